import { assetUrl } from '../../i18n/links.ts';
import type { Translator } from '../../i18n/t.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { visible } from '../../schema/visible.ts';
import { type FormState, newState } from '../form/form-state.ts';
import { formStart } from '../form-address.ts';
import type { PageData } from './page-data.ts';

/** How the form opens where the address asks for something: a record to correct, an empty one of a kind, a suggestion. */
export function openingOf(search: string): ((page: PageData) => Promise<FormState | 'suggest'>) | undefined {
  const wanted = formStart(search);
  switch (wanted?.start) {
    case 'suggest':
      return async () => 'suggest';
    case 'new':
      return async () => newState(wanted.kind);
    case 'correct':
      return (page) => correctionOf(page.base, wanted.kind, wanted.id);
    case 'unknown':
      return () => Promise.reject(new UnknownRecord(wanted.asked));
    default:
      return undefined;
  }
}

/** That what was asked for is no record of this registry. */
class UnknownRecord extends Error {
  readonly asked: string;
  constructor(asked: string) {
    super(`no record ${asked}`);
    this.asked = asked;
  }
}

/** Why a record did not open, for who asked for it. */
export function openFailure(error: unknown, t: Translator): string {
  if (!(error instanceof UnknownRecord)) return t('form.openFailed');
  // An address can ask for anything: what is shown of it is short.
  return t('form.openUnknown', { id: visible(error.asked.slice(0, MOST_SHOWN)) });
}

const MOST_SHOWN = 80;

/** A record as it is published, opened for correction. */
export async function correctionOf(base: string, kind: Kind, id: string): Promise<FormState> {
  const { values, body, text } = await published(base, kind, id);
  return { kind, values, body, original: { id, text } };
}

/** What is told of the one record only, and not of another like it. */
const OWN = [
  'name',
  'title',
  'acronym',
  'repository',
  'repositories',
  'website',
  'formerIds',
  'sameAs',
  'identifiers',
  'checked',
  'source',
];

/** A new record with the answers of one that stands, but for what is that one's own. */
export async function patternOf(base: string, kind: Kind, id: string): Promise<FormState> {
  const { values } = await published(base, kind, id);
  return newState(kind, Object.fromEntries(Object.entries(values).filter(([name]) => !OWN.includes(name))));
}

async function published(base: string, kind: Kind, id: string) {
  const { folder, ending } = KINDS[kind];
  const path = `records/${folder}/${id}.${ending}`;
  const [{ readRecord }, response] = await Promise.all([
    import('../text/record-source.ts'),
    fetch(assetUrl(base, path)),
  ]);
  if (response.status === 404) throw new UnknownRecord(id);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const text = await response.text();
  const read = readRecord(kind, text);
  if (read === undefined) throw new Error(`${path} is no record`);
  return { ...read, text };
}
