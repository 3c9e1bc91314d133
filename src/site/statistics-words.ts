import { countryName, languageName } from '../i18n/format.ts';
import type { LocalizedText } from '../i18n/localized.ts';
import type { StringKey } from '../i18n/strings.ts';
import { KINDS } from '../schema/kinds.ts';
import { extensionFacets, facetsOf } from './extension-facets.ts';
import { INTERNATIONAL } from './facets.ts';
import type { Site } from './make-site.ts';
import type { Name } from './names.ts';
import { isPagedKind } from './record-links.ts';
import { referenceText } from './reference-text.ts';
import { NOT_LISTED, NOT_STATED, type StatisticsTable } from './statistics.ts';

/** A row as people read it. */
export interface StatisticsLabel {
  readonly text: LocalizedText;
  /** Path of a page that lists what is counted, without base and language. */
  readonly path?: string | undefined;
}

/** The facet whose values a table counts. */
const FACET_OF: Partial<Record<StatisticsTable['id'], string>> = {
  countries: 'country',
  functions: 'function',
  licenses: 'license',
  statuses: 'status',
};

/** What a table is called, and what it counts. */
export function statisticsWords({ id, total }: StatisticsTable, lang: string, site: Site): StatisticsWords {
  const t = site.t(lang);
  const own = extensionFacets(site)
    .find((candidate) => candidate.id === id)
    ?.name?.(lang, site);
  if (own !== undefined)
    return { title: own, caption: t('statisticCaption.extension', { field: own.text, count: total }) };
  const title = { text: t(`statistic.${id}` as StringKey), lang: undefined };
  return { title, caption: t(`statisticCaption.${id}` as StringKey, { count: total }) };
}

interface StatisticsWords {
  readonly title: Name;
  readonly caption: string;
}

/** The label of a row, and where what it counts is listed: nowhere where there is none. */
export function statisticsLabel(
  { id }: StatisticsTable,
  { value, count }: StatisticsTable['rows'][number],
  lang: string,
  site: Site,
): StatisticsLabel {
  const t = site.t(lang);
  const own = (text: string): LocalizedText => ({ text, lang, foreign: false });
  if (value === NOT_STATED) return { text: own(t('answer.notStated')) };
  const facet = facetsOf(site).find((candidate) => candidate.id === (FACET_OF[id] ?? id));
  if (facet !== undefined) {
    const foreign = facet.labelLang?.(value, lang, site);
    const text = { text: facet.label(value, lang, site), lang: foreign ?? lang, foreign: foreign !== undefined };
    return { text, path: count > 0 ? facet.page?.(value) : undefined };
  }
  if (id === 'kinds') return { text: own(t(`schemaName.${value}` as StringKey)), path: listPath(value) };
  if (id === 'regions') return { text: own(regionName(value, lang, site)) };
  if (id === 'translations') return { text: own(languageName(value, lang)) };
  if (id === 'completeness') return { text: referenceText(`schema.project.${value}.title`, lang, site) };
  return { text: own(t(`statisticValue.${value}` as StringKey)), path: id === 'ended' ? 'retired/' : undefined };
}

/** Kinds with pages have a list of their own. */
function listPath(kind: string): string | undefined {
  return isPagedKind(kind) ? `${KINDS[kind].folder}/` : undefined;
}

function regionName(value: string, lang: string, site: Site): string {
  if (value === INTERNATIONAL) return site.t(lang)('country.international');
  return value === NOT_LISTED ? site.t(lang)('statistics.notListed') : countryName(value, lang);
}
