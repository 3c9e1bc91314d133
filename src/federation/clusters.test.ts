import { expect, test } from 'vitest';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { processorTime } from '../registry/fixtures/processor-time.ts';
import { type ClusterRecord, clustersOf, shownBeside } from './clusters.ts';

const project = (id: string, data: ClusterRecord['data']): ClusterRecord => ({ kind: 'project', id, data });

test('one project in several zones is one cluster, whichever way the records say so', () => {
  const records = [
    project('int/forms', { repository: 'https://github.com/Example/Forms.git' }),
    project('ca/forms', { repository: 'git@github.com:example/forms.git', identifiers: { wikidata: 'Q42' } }),
    project('fr/formulaires', { sameAs: ['https://www.wikidata.org/wiki/Q42'] }),
    project('de/formulare', { sameAs: ['https://github.com/example/forms/'] }),
    project('nz/other', { repository: 'https://github.com/example/other' }),
    { ...project('int/page', {}), pages: ['https://registry.example.org/en/projects/int/page/'] },
    project('ca/page', { sameAs: ['https://registry.example.org/en/projects/int/page'] }),
    { kind: 'organization' as const, id: 'ca/forms', data: { sameAs: ['https://github.com/example/forms'] } },
  ];
  expect(clustersOf(records)).toEqual([
    ['project:ca/forms', 'project:de/formulare', 'project:fr/formulaires', 'project:int/forms'],
    ['project:ca/page', 'project:int/page'],
  ]);
});

test('distinctFrom cuts the edge between two, and keeps them apart where a third joins them', () => {
  const repository = 'https://github.com/example/monorepo';
  const a = project('ca/a', { repository, distinctFrom: ['fr/b'] });
  const b = project('fr/b', { repository });
  expect(clustersOf([a, b])).toEqual([]);
  const c = project('int/c', { repository });
  expect(clustersOf([a, b, c])).toEqual([['project:ca/a', 'project:fr/b', 'project:int/c']]);
  expect(shownBeside(a, [a, b, c])).toEqual([c]);
  expect(shownBeside(b, [a, b, c])).toEqual([c]);
});

test('clusters do not depend on the order of the records', () => {
  const value = fc.integer({ min: 0, max: 4 });
  const record = fc.record({
    repository: fc.option(value, { nil: undefined }),
    sameAs: fc.array(value, { maxLength: 2 }),
    wikidata: fc.option(value, { nil: undefined }),
    distinct: fc.array(value, { maxLength: 2 }),
  });
  const records = fc.array(record, { maxLength: 9 }).map((all) =>
    all.map(({ repository, sameAs, wikidata, distinct }, index) =>
      project(`int/r${index}`, {
        repository: repository === undefined ? undefined : `https://github.com/example/r${repository}.git`,
        sameAs: sameAs.map((each) => `https://example.org/${each}`),
        identifiers: { wikidata: wikidata === undefined ? undefined : `Q${wikidata + 1}` },
        distinctFrom: distinct.map((each) => `int/r${each}`),
      }),
    ),
  );
  const shuffled = records.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(clustersOf(other)).toEqual(clustersOf(all));
    }),
    runs(300),
  );
});

test('a key that thousands share, each distinct from the next, takes no time', () => {
  const records = Array.from({ length: 20_000 }, (_, index) =>
    project(`int/r${index}`, { repository: 'https://github.com/example/one', distinctFrom: [`int/r${index + 1}`] }),
  );
  const { result, ms } = processorTime(() => clustersOf(records));
  expect(result).toHaveLength(1);
  expect(ms).toBeLessThan(2000);
});
