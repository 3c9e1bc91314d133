import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import type { Site } from './make-site.ts';
import { SUBREGIONS } from './regions.ts';

/** A site of projects in these countries, with summaries in these languages. */
function site(projects: readonly (readonly [country: string | undefined, ...summary: string[]])[]): Site {
  const records = projects.map(([country, ...tags], index) => ({
    id: String(index),
    country,
    data: { summary: Object.fromEntries(tags.map((tag) => [tag, 'x'])) },
  }));
  const graph = { projects: records, countryOf: ({ country }: { country?: string }) => country };
  return { graph, registry: { records }, languages: ['en', 'fr'] } as unknown as Site;
}

test('names regions without and with few projects, and the languages that lack', () => {
  const { none, few, languages, untranslated } = coverageOf(
    site([
      ['CA', 'en', 'fr'],
      ['CA', 'en'],
      ['US', 'en'],
      ['US', 'en'],
      ['GT', 'es'],
      ['FR', 'fr'],
      ['DE', 'fr'],
      ['TW', 'zh-Hant'],
      [undefined, 'en'],
    ]),
  );
  expect(few).toEqual([
    { region: '013', count: 1 },
    { region: '155', count: 2 },
  ]);
  expect(none).toHaveLength(SUBREGIONS.size - 3);
  expect(none).not.toContain('021');
  expect(languages).toEqual(['ar', 'ru']);
  expect(untranslated).toEqual([
    { lang: 'en', count: 4 },
    { lang: 'fr', count: 6 },
  ]);
});

test('names nothing that is not there', () => {
  const everywhere = site([['CA', 'ar', 'zh', 'en', 'fr', 'ru', 'es']]);
  expect(coverageOf(everywhere)).toMatchObject({ languages: [], untranslated: [] });
});
