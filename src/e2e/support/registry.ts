import { join } from 'node:path';
import { buildGraph } from '../../registry/graph.ts';
import { loadRegistry } from '../../registry/load-fs.ts';
import type { RecordOf } from '../../schema/registry.ts';
import { PROJECT } from './test-sites.ts';

/** The registry that the site `main` is built from: what the tests compare the site with. */
export const { registry } = loadRegistry(join(PROJECT, 'registry'), { project: PROJECT });
export const graph = buildGraph(registry);
export const { projects } = graph;

export type Project = RecordOf<'project'>;

/** The ids of the projects that a test tells of, in the registry's order. */
export function idsWhere(test: (project: Project) => boolean): string[] {
  return projects.filter(test).map(({ id }) => id);
}

/** The value of a list that occurs most often; throws on an empty list. */
export function mostFrequent(values: readonly string[]): string {
  const [first] = Object.entries(Object.groupBy(values, (value) => value)).toSorted(
    ([, one = []], [, other = []]) => other.length - one.length,
  );
  if (first === undefined) throw new Error('The registry has nothing to test with.');
  return first[0];
}
