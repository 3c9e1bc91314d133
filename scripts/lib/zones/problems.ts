import en from '../../../src/i18n/en.json' with { type: 'json' };
import { fillText } from '../../../src/i18n/fill.ts';
import type { DelegationProblem } from '../../../src/setup/zones/plan-delegation.ts';
import type { TakeBackProblem } from '../../../src/setup/zones/plan-take-back.ts';

const MAX_NAMED = 10;

type Problem = Pick<DelegationProblem | TakeBackProblem, 'zone' | 'found'>;

/** Why a zone is not given, and what helps. */
const DELEGATION: Readonly<Record<DelegationProblem['problem'], (problem: Problem) => string>> = {
  'no-zone': noZone,
  'not-ours': ({ zone }) =>
    `The zone ${zone} is not this copy’s to give: it neither writes it nor takes it from anywhere. Who writes it is told by a source in federation.yaml.`,
  'own-address': ({ found }) => `${named(found)} is the address of this copy itself.`,
  already: ({ zone }) => `The zone ${zone} is that copy’s already, by federation.yaml.`,
  elsewhere: ({ zone, found }) =>
    `The zone ${zone} is written at ${named(found)}. To say that another copy writes it from now on, add --move.`,
  'last-zone': () =>
    'No zone would be left to this copy. One that ends says so instead: npm run registry -- archive --successor ADDRESS.',
  'id-taken': ({ found }) =>
    `That id does not fit: federation.yaml or registry.yaml has ${named(found)}. Give --source-id, the id that the other copy’s registry.yaml has.`,
  unsound: () => 'registry.yaml or federation.yaml cannot be read: mend what validate says of it first.',
};

/** Why a zone is not taken, and what helps. */
const TAKE_BACK: Readonly<Record<TakeBackProblem['problem'], (problem: Problem) => string>> = {
  'no-zone': noZone,
  ours: ({ zone }) => `The zone ${zone} is written here already.`,
  empty: ({ zone }) =>
    `Nothing of the zone ${zone} is here, nor is it taken from anywhere. If another copy has records of it, add the zone to its source in federation.yaml, run sync, then take it.`,
  partial: ({ zone, found }) =>
    `Only part of the zone ${zone} is here, as include and exclude of the source ${named(found)} in federation.yaml say. Let all of it in ("${zone}/*"), run sync, then take it.`,
  'not-taken': ({ zone, found }) =>
    `The other copy has records of the zone ${zone} that were not taken, or not as they are now: ${named(found)}. sync tells why.`,
  unburied: ({ zone, found }) =>
    `Records of the zone ${zone} are gone, and have no tombstone here: ${named(found)}. Run sync, so that their ids are not used again.`,
  missing: ({ zone, found }) =>
    `Records of the zone ${zone} were taken, and their files are not here: ${named(found)}. Run sync, which fetches them.`,
  unsound: ({ found }) =>
    `${named(found) || 'registry.yaml or federation.yaml'} cannot be edited: mend what validate says of it first.`,
};

/** Problems that may be left as they are. */
const MAY_BE_LEFT: ReadonlySet<string> = new Set(['empty', 'partial', 'not-taken', 'unburied', 'missing']);

/** Why a zone is not given, and what helps, in a sentence or two. */
export function delegationProblem(problem: DelegationProblem): string {
  return DELEGATION[problem.problem](problem);
}

/** Why a zone is not taken, and what helps, in a sentence or two. */
export function takeBackProblem(problem: TakeBackProblem): string {
  return TAKE_BACK[problem.problem](problem);
}

/** What to do where the remedy is not to be had. */
export function wayOut({ problem }: TakeBackProblem): string {
  return MAY_BE_LEFT.has(problem) ? ' Nothing was written; --as-is goes on from what stands here.' : '';
}

/** Ids or addresses, the first of them. */
export function named(all: readonly string[] = []): string {
  const more = all.length - MAX_NAMED;
  return `${all.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function noZone({ zone }: Problem): string {
  return fillText(en['setup.noZone'], { zone: zone ?? '' }, 'en');
}
