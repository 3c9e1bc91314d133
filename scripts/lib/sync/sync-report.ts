import type { Excepted, SyncReport } from '../../../src/federation/report.ts';
import { visible } from '../excerpt.ts';
import type { SourceOutcome } from './sync-registry.ts';

const MAX_NAMED = 20;

type Counted = 'added' | 'changed' | 'removed' | 'moved' | 'filtered' | 'buried';
/** What is counted in the first line, and named below it. */
const COUNTED: readonly Counted[] = ['added', 'changed', 'removed', 'moved', 'filtered', 'buried'];
const NOTED = {
  quarantined: 'not taken, written by a newer program; what was taken before stays',
  refused: 'not taken, something is wrong with it; what was taken before stays',
  edited: 'edited here, and so not taken: an overlay is the place for what you say otherwise',
  stale: 'an overlay is older than what the source says now: look at it again',
  absent: 'not shown any more, without a tombstone; it stays',
  orphaned: 'not shown for a long time: ask the source, and end it here if it is gone',
} as const;

/** What became of a source, for people. */
export function outcomeText(outcome: SourceOutcome, dryRun: boolean): string {
  const { source, report, message, issues = [], orphaned = [] } = outcome;
  const lines = [
    `${source}: ${statusWords(outcome, dryRun)}`,
    ...(message === undefined ? [] : [`  ${message}`]),
    ...newsLines(outcome),
    ...issues.slice(0, MAX_NAMED).map(({ file, line, rule, message: said }) => `  ${file}:${line} ${said} [${rule}]`),
    ...(report === undefined ? [] : reportLines(report)),
    ...notedLines('orphaned', orphaned),
  ];
  return lines.map(visible).join('\n');
}

function statusWords({ status, reason, sequence, asOf }: SourceOutcome, dryRun: boolean): string {
  const state = asOf === undefined ? '' : `, state ${sequence} of ${asOf}`;
  if (status === 'unchanged') return `unchanged${state}`;
  if (status === 'taken') return `${dryRun ? 'would be taken' : 'taken'}${state}`;
  if (status === 'observed') return `looked at only, as federation.yaml says (trust: observe)${state}`;
  if (status === 'refused') return `refused (${reason}); what was taken before stays`;
  return `needs a person: so much changes or goes that nothing was written${state}. Look at it, then add --accept.`;
}

/** Who writes the records from now on, as the source says it; whether that is so is for a person to say. */
function newsLines({ ended, given = {}, unclaimed = [] }: SourceOutcome): string[] {
  const goesOn = ended?.successor === undefined ? 'It names no successor.' : `It says that ${ended.successor} goes on.`;
  return [
    ...(ended === undefined
      ? []
      : [
          `  ended on ${ended.on}; what was taken stays. ${goesOn} Take its zones back (take-back), or say who writes them (delegate --move).`,
        ]),
    ...Object.entries(given).map(
      ([zone, url]) =>
        `  ${zone} is written at ${url} now, it says. If that is this copy: npm run registry -- take-back ${zone}; else: npm run registry -- delegate ${zone} ${url} --move --check`,
    ),
    ...(unclaimed.length === 0
      ? []
      : [
          `  warning: it does not say that it writes ${unclaimed.join(', ')}, and nothing is taken of that. Look at its zones in federation.yaml.`,
        ]),
  ];
}

function reportLines(report: SyncReport): string[] {
  const counts = COUNTED.filter((name) => report[name].length > 0).map((name) => `${report[name].length} ${name}`);
  return [
    `  ${[...counts, `${report.unchanged} unchanged`].join(', ')}`,
    ...COUNTED.flatMap((name) => namedLines(name, report[name])),
    ...(Object.keys(NOTED) as (keyof typeof NOTED)[]).flatMap((name) => notedLines(name, report[name].map(nameOf))),
  ];
}

function notedLines(name: keyof typeof NOTED, named: readonly string[]): string[] {
  return named.length === 0 ? [] : [`  ${name}: ${NOTED[name]}`, ...namedLines(name, named)];
}

function nameOf(each: string | Excepted | SyncReport['stale'][number]): string {
  if (typeof each === 'string') return each;
  return 'reason' in each
    ? `${each.key} (${each.reason})`
    : `${each.key} (${each.fields.map(({ path }) => path).join(', ')})`;
}

function namedLines(name: string, named: readonly string[]): string[] {
  const more = named.length - MAX_NAMED;
  return [
    ...named.slice(0, MAX_NAMED).map((each) => `    ${name} ${each}`),
    ...(more > 0 ? [`    … and ${more} more; --json names all`] : []),
  ];
}
