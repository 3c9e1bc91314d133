import type { TakeBackPlan } from '../../../src/setup/zones/plan-take-back.ts';
import { named, takeBackProblem } from './problems.ts';

/** What becomes of the records, and of what was said about them here. */
export function takeBackLines(plan: TakeBackPlan): string[] {
  const { counts, from, edited, absent, merged, stale, kept, lacking } = plan;
  const lists: readonly [readonly string[], string][] = [
    [edited, 'were edited here, and stay so'],
    [absent, 'were not shown there any more, and stay: end them if they are gone'],
    [merged, 'had an overlay, which is part of the record now'],
    [stale, 'had changed there under the overlay: look at them again'],
    [kept, 'have an overlay and no living record here; it stays as it is, and says nothing'],
  ];
  return [
    `${counts.records} records and ${counts.tombstones} tombstones are this copy’s own now.`,
    ...from.map(({ source, snapshot }) =>
      snapshot === undefined
        ? `Nothing was ever taken from ${source.url}: they are as they stood here before.`
        : `They are as ${source.url} had them on ${snapshot.asOf}, state ${snapshot.sequence}.`,
    ),
    ...lists.filter(([keys]) => keys.length > 0).map(([keys, words]) => `${keys.length} ${words}: ${named(keys)}.`),
    ...lacking.map((problem) => `Left as it is: ${takeBackProblem(problem)}`),
  ];
}

/** What is left for people to do, in order. */
export function takeBackSteps({ from }: TakeBackPlan, zones: readonly string[], ownUrl: string): string[] {
  const list = zones.join(',');
  return [
    'Propose the change in a pull request of its own; a person merges it. Name reviewers of the zones in reviewers.yaml.',
    ...from.map(
      ({ source }) =>
        `The other copy must stop writing: there, npm run registry -- delegate ${list} ${ownUrl} --check, or where these are its last zones, npm run registry -- archive --successor ${ownUrl}. Until then nothing is taken from it of ${list}, whatever it shows. (${source.url})`,
    ),
    ...(from.length > 0
      ? [
          `Pull requests that are open there: their authors send the file here, ${ownUrl}.`,
          `Copies that take ${list} from there: npm run registry -- delegate ${list} ${ownUrl} --move --check`,
        ]
      : []),
  ];
}
