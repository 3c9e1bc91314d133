import { visible } from '../lib/excerpt.ts';
import type { FuzzResult } from './pool.ts';
import type { FuzzFinding } from './run-range.ts';

/** One line an entry: inputs, time, the slowest input. */
export function resultTable(results: readonly FuzzResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(({ name, runs, ms, slowest, finding }) => {
      const times = `${(ms / 1000).toFixed(1).padStart(7)} s, slowest ${slowest.ms.toFixed(1).padStart(6)} ms (input ${slowest.index})`;
      return `${name.padEnd(width)} ${String(runs).padStart(9)} inputs ${times}${finding === undefined ? '' : `  FINDING at input ${finding.index}`}`;
    })
    .join('\n');
}

/** A finding as people read it, and how to have it again. */
export function findingText(name: string, seed: number, { index, message, shrunk }: FuzzFinding): string {
  const lines = shrunk.split('\n').map((line) => `  | ${visible(line)}`);
  const again = `npm run fuzz -- --entry ${name} --seed ${seed} --from ${index} --runs 1`;
  return [`${name}: ${message}`, 'The shortest input that shows it:', ...lines, `Again: ${again}`].join('\n');
}
