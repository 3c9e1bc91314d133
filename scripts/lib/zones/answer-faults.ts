import type { Source } from '../../../src/federation/sync-context.ts';
import type { CopyAnswer } from './ask-copy.ts';
import { named } from './problems.ts';

/** What speaks against giving zones to a copy, by what it answered. */
export function answerFaults(answer: CopyAnswer | string, { url }: Source, zones: readonly string[]): string[] {
  if (typeof answer === 'string') return [`${url} cannot have them yet. ${answer}`];
  const { unclaimed, lacking } = answer;
  return [
    ...(unclaimed.length > 0
      ? [
          `${url} does not say that it writes ${unclaimed.join(', ')}: zones of its registry.yaml must name what it writes.`,
        ]
      : []),
    // What it does not write it need not have.
    ...(lacking.length > 0 && unclaimed.length < zones.length
      ? [`${url} does not have ${lacking.length} records and tombstones that stand here: ${named(lacking)}.`]
      : []),
  ];
}

/** What is otherwise there: the next synchronization brings it. */
export function answerLines(answer: CopyAnswer | string | undefined): string[] {
  if (answer === undefined || typeof answer === 'string' || answer.ahead.length === 0) return [];
  return [
    `${answer.ahead.length} records are new or otherwise there, and so here after the next sync: ${named(answer.ahead)}.`,
  ];
}
