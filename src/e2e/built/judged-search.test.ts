import { afterAll, expect, test, vi } from 'vitest';
import { buildGraph } from '../../registry/graph.ts';
import { type JudgedQuery, judgedQueries, openBuiltSearch } from './judged-search.ts';
import { builtSite } from './pages.ts';
import { registryOf } from './registries.ts';

/** Percent of the queries that must find what they want. */
const LEAST = 90;

const registry = registryOf('main');
const { config } = registry;
const ids = buildGraph(registry).projects.map(({ id }) => id);
const judged = config.languages.flatMap((lang) =>
  (judgedQueries(config.id, lang) ?? []).map((query) => ({ ...query, lang })),
);
const skipped = judged.length === 0;
if (skipped) console.log(`judged queries: skipped, nobody has judged any for the registry “${config.id}”`);

afterAll(() => {
  vi.unstubAllGlobals();
});

test.skipIf(skipped)('the projects that judged queries want are in the registry', () => {
  const missing = judged.flatMap(({ lang, query, wanted }) =>
    wanted.filter((id) => !ids.includes(id)).map((id) => `${id}, wanted by “${query}” (${lang})`),
  );
  expect(missing).toEqual([]);
});

test.skipIf(skipped)(`judged queries find what they want among the first: at least ${LEAST} %`, async () => {
  const results: (JudgedQuery & { hit: boolean; lang: string })[] = [];
  const misses: string[] = [];
  for (const lang of config.languages) {
    const search = await openBuiltSearch(builtSite('main').folder, lang, ids);
    for (const one of judged.filter((query) => query.lang === lang)) {
      const { ids: first, meant } = await search.first(one.query, one.wanted);
      const lacking = one.wanted.filter((id) => !first.includes(id));
      results.push({ ...one, hit: lacking.length === 0 });
      if (lacking.length > 0)
        misses.push(
          `  miss: “${one.query}” (${lang}, ${one.kind})${meant === undefined ? '' : ` meant as “${meant}”`} lacks ${lacking.join(', ')}; first: ${first.join(', ')}`,
        );
    }
  }
  const kinds = Object.entries(Object.groupBy(results, ({ kind }) => kind)).map(
    ([kind, some = []]) => `  ${kind}: ${share(some)}`,
  );
  const heldOut = results.filter((result) => result.heldOut);
  console.log(
    [`judged queries: ${share(results)}`, ...kinds, `  of these held out: ${share(heldOut)}`, ...misses].join('\n'),
  );
  expect(results.length).toBeGreaterThanOrEqual(80);
  expect(percent(results)).toBeGreaterThanOrEqual(LEAST);
});

type Result = { readonly hit: boolean };

function share(results: readonly Result[]): string {
  return `${results.filter(({ hit }) => hit).length} of ${results.length} hit (${percent(results).toFixed(1)} %)`;
}

function percent(results: readonly Result[]): number {
  return results.length === 0 ? 100 : (100 * results.filter(({ hit }) => hit).length) / results.length;
}
