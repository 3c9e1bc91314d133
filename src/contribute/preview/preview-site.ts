import { pageUrl } from '../../i18n/links.ts';
import { createTranslator } from '../../i18n/t.ts';
import { buildGraph } from '../../registry/graph.ts';
import { type AnyRecord, type RecordOf, type Registry, recordFile } from '../../schema/registry.ts';
import type { Site } from '../../site/make-site.ts';
import { soundFields } from '../check/sound-fields.ts';
import { type FormState, placeOf, recordOf } from '../form/form-state.ts';
import type { Known, KnownRecord } from '../known/known.ts';
import type { PageData } from '../view/page-data.ts';

/** A record as its page would have it, and the site around it. */
export interface Previewed {
  readonly record: AnyRecord;
  readonly site: Site;
}

/**
 * The site as far as the page of one record needs it, so that the functions that make the real card and page make the preview, too: the
 * record, whatever it still lacks, and of the others what is published for the form.
 */
export function previewSite(form: FormState, page: PageData, known: Known, today: string): Previewed {
  const record = draftRecord(form, page, today);
  const others = known.records.filter(({ kind, id }) => kind !== record.kind || id !== record.id);
  const registry: Registry = {
    config: page.config,
    federation: page.federation,
    vocabularies: page.vocabularies,
    vocabularyFiles: [],
    edited: [],
    reviewers: { schemaVersion: 1 },
    strings: {},
    changes: { events: [] },
    records: [record, ...others.map(knownAsRecord)],
    drafts: [],
    tombstones: [],
    overlays: [],
    locks: [],
    known: new Set(),
  };
  const t = createTranslator(page.lang, { ...page.strings, 'status.unstated': page.strings['answer.notStated'] ?? '' });
  const site: Pick<Site, 'registry' | 'graph' | 'beside' | 't' | 'languages' | 'today' | 'href'> = {
    registry,
    graph: buildGraph(registry),
    beside: () => [],
    t: () => t,
    languages: page.config.languages,
    today,
    href: (lang, path) => pageUrl(page.base, lang, path),
  };
  return { record, site: site as Site };
}

/** What the functions of the site read without asking whether it is there. */
const NEEDED = { name: '…', title: '…', summary: {}, functions: [], owner: '', status: 'unstated' };

function draftRecord(form: FormState, { config }: PageData, today: string): AnyRecord {
  const { zone, slug } = placeOf(form, { zones: config.zones, today });
  const id = `${zone}/${slug}`;
  const data = { ...NEEDED, ...soundFields(form.kind, recordOf(form)) };
  return { kind: form.kind, id, zone, slug, file: recordFile(form.kind, id), data } as unknown as AnyRecord;
}

function knownAsRecord({ kind, id, name, country }: KnownRecord): AnyRecord {
  const [zone = '', slug = ''] = id.split('/');
  const data = { name, functions: [], owner: '', ...(country === undefined ? {} : { country }) };
  return { kind, id, zone, slug, file: recordFile(kind, id), data } as unknown as AnyRecord;
}

/** Tells projects from records of other kinds. */
export function isProject(record: AnyRecord): record is RecordOf<'project'> & AnyRecord {
  return record.kind === 'project';
}
