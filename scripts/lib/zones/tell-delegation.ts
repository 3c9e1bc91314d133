import type { RegistryConfig } from '../../../src/schema/config.ts';
import type { Reviewers } from '../../../src/schema/reviewers.ts';
import type { DelegationPlan } from '../../../src/setup/zones/plan-delegation.ts';

interface Surroundings {
  readonly config: RegistryConfig;
  readonly reviewers: Reviewers;
}

/** What a delegation means for the records that stand here. */
export function delegationLines({ given, moved, source, counts }: DelegationPlan): string[] {
  const { records, tombstones } = counts;
  return [
    ...(given.length > 0 ? [`${given.join(', ')}: given to ${source.url}, which is the source ${source.id} now.`] : []),
    ...(moved.length > 0
      ? [`${moved.join(', ')}: taken from ${source.url} from now on, the source ${source.id}.`]
      : []),
    `${records} records and ${tombstones} tombstones stay here as they are, and change from now on as they change there.`,
  ];
}

/** What is left for people to do, in order. */
export function delegationSteps(plan: DelegationPlan, { config, reviewers }: Surroundings): string[] {
  const { given, moved, source, staying } = plan;
  const zones = [...given, ...moved].join(', ');
  const named = given.filter((zone) => Object.hasOwn(reviewers.zones ?? {}, zone));
  const extended = given.filter((zone) => Object.hasOwn(config.extensions ?? {}, zone));
  return [
    'Propose the change in a pull request of its own; a person merges it.',
    ...(given.length > 0
      ? [
          `Open pull requests on ${zones}: merge those that are ready before this one. Afterwards their check fails and tells the authors where to go; close them with the answer “Another registry writes it” of the page /review/.`,
        ]
      : []),
    `When it is merged: npm run registry -- sync --source ${source.id} --dry-run tells whether the other copy has all that stands here.`,
    ...staying.map((zone) => `The zone ${zone} stays with this copy: give it in the same way if it should go, too.`),
    ...named.map((zone) => `reviewers.yaml names reviewers of ${zone}: they are asked about what arrives from there.`),
    ...extended.map(
      (zone) =>
        `registry.yaml has extension fields of ${zone}: they stay for the records that use them; the other copy declares its own.`,
    ),
  ];
}
