import { KIND_NAMES } from '../schema/kinds.ts';
import type { Project } from '../schema/project.ts';
import type { RecordOf } from '../schema/registry.ts';
import { extensionFacets, facetsOf } from './extension-facets.ts';
import { INTERNATIONAL } from './facets.ts';
import { freshnessOf, isConfirmed } from './freshness.ts';
import type { Site } from './make-site.ts';
import { SUBREGIONS, subregionOf } from './regions.ts';

export const STATISTICS = [
  'kinds',
  'regions',
  'countries',
  'functions',
  'licenses',
  'statuses',
  'completeness',
  'translations',
  'freshness',
  'ended',
  'uses',
] as const;

/** A language-neutral value, and how many have it. */
export interface StatisticsRow {
  readonly value: string;
  readonly count: number;
}

/** A table of the values of a field that this copy declares goes by the id of its facet. */
export type StatisticsId = (typeof STATISTICS)[number] | `${string}.${string}`;

export interface StatisticsTable {
  readonly id: StatisticsId;
  /** The number that shares are taken of. A thing may stand in several rows: they need not add up to it. */
  readonly total: number;
  readonly rows: readonly StatisticsRow[];
}

/** The value of what a record does not say. */
export const NOT_STATED = 'not-stated';
/** The value of countries that UN M49 does not list. */
export const NOT_LISTED = 'not-listed';

/** Fields of a project that a decision about reuse needs, and that a record may leave out. */
export const COMPLETENESS_FIELDS = [
  'description',
  'license',
  'repository',
  'website',
  'documentation',
  'interfaceLanguages',
  'programmingLanguages',
  'standards',
  'hosting',
  'costs',
  'support',
  'maintenance',
  'accessibility',
  'privacy',
  'security',
  'funding',
  'checked',
] as const satisfies readonly (keyof Project)[];

/** What a registry holds, how complete and how fresh it is, and its gaps: the page, the download and the command show the same. */
export function statisticsOf(site: Site): StatisticsTable[] {
  const { graph, registry } = site;
  const { projects } = graph;
  const perProject = (id: StatisticsTable['id'], rows: readonly StatisticsRow[]) => ({
    id,
    total: projects.length,
    rows,
  });
  const terms = Object.keys(registry.vocabularies['functions']?.terms ?? {});
  return [
    { id: 'kinds', total: registry.records.length, rows: countBy(registry.records, ({ kind }) => [kind], KIND_NAMES) },
    perProject('regions', mostFirst(countBy(projects, (project) => [regionOf(project, site)], [...SUBREGIONS.keys()]))),
    perProject('countries', mostFirst(countBy(projects, facetValues('country', site)))),
    perProject('functions', mostFirst(countBy(projects, facetValues('function', site), terms))),
    perProject('licenses', mostFirst(countBy(projects, facetValues('license', site)))),
    perProject('statuses', mostFirst(countBy(projects, facetValues('status', site)))),
    perProject('completeness', countBy(projects, statedFields, COMPLETENESS_FIELDS)),
    translations(site),
    perProject(
      'freshness',
      countBy(projects, ({ data }) => [freshnessOf(data.checked?.on, site.today)], [
        'fresh',
        'due',
        'unverified',
        'never',
      ]),
    ),
    perProject('ended', countBy(projects, endings, ['ended', 'successor', 'lessons'])),
    uses(site),
    ...extensionFacets(site).map(({ id }) => perProject(id, mostFirst(countBy(projects, facetValues(id, site))))),
  ];
}

/** How often each value occurs; the expected ones in their order and also where they do not occur, then others in theirs. */
function countBy<T>(
  items: readonly T[],
  valuesOf: (item: T) => readonly string[],
  expected: readonly string[] = [],
): StatisticsRow[] {
  const counts = new Map(expected.map((value) => [value, 0]));
  for (const value of items.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** The most frequent first; what is not stated last. */
function mostFirst(rows: readonly StatisticsRow[]): StatisticsRow[] {
  const last = ({ value }: StatisticsRow) => Number(value === NOT_STATED);
  return rows.toSorted((a, b) => last(a) - last(b) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

function facetValues(id: string, site: Site): (project: RecordOf<'project'>) => readonly string[] {
  const facet = facetsOf(site).find((candidate) => candidate.id === id);
  return (project) => {
    const values = facet?.valuesOf(project, site) ?? [];
    return values.length === 0 ? [NOT_STATED] : values;
  };
}

function regionOf(project: RecordOf<'project'>, { graph }: Site): string {
  const country = graph.countryOf(project);
  return country === undefined ? INTERNATIONAL : (subregionOf(country) ?? NOT_LISTED);
}

function statedFields({ data }: RecordOf<'project'>): string[] {
  return COMPLETENESS_FIELDS.filter((field) => {
    const value: unknown = data[field];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
}

function endings({ data: { ended } }: RecordOf<'project'>): string[] {
  if (ended === undefined) return [];
  return [
    'ended',
    ...(ended.successor === undefined ? [] : ['successor']),
    ...(ended.lessons === undefined ? [] : ['lessons']),
  ];
}

/** Records with a summary by its languages: the interface's languages first, where a gap meets most readers. */
function translations({ registry, languages }: Site): StatisticsTable {
  const summaries = registry.records.flatMap(({ data }) =>
    'summary' in data && data.summary !== undefined ? [Object.keys(data.summary)] : [],
  );
  const rows = countBy(summaries, (tags) => tags, languages);
  const others = mostFirst(rows.filter(({ value }) => !languages.includes(value)));
  return {
    id: 'translations',
    total: summaries.length,
    rows: [...rows.filter(({ value }) => languages.includes(value)), ...others],
  };
}

function uses({ graph, today }: Site): StatisticsTable {
  const all = graph.organizations.flatMap(({ data }) => data.uses ?? []);
  const rows = countBy(
    all,
    ({ evidence, confirmed }) => [
      ...(isConfirmed(confirmed, today) ? ['confirmed'] : []),
      ...(evidence === undefined ? [] : ['evidence']),
      ...(isConfirmed(confirmed, today) || evidence !== undefined ? [] : ['neither']),
    ],
    ['confirmed', 'evidence', 'neither'],
  );
  return { id: 'uses', total: all.length, rows };
}
