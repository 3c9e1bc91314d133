import type { Check } from './diagnosis.ts';

/** Somebody is asked to review what others propose. */
export const checkReviewers: Check = ({ registry: { reviewers, config } }) => {
  const zones = reviewers.zones ?? {};
  const own = config.zones === '*' ? ['*'] : config.zones;
  // A region goes to its country, and all else to "*".
  const lacking = own.filter(
    (zone) => ![zone, zone.split('-')[0] ?? '', '*'].some((each) => Object.hasOwn(zones, each)),
  );
  if (lacking.length === 0)
    return [{ check: 'reviewers', grade: 'fine', message: 'Each of its zones has somebody who is asked to review.' }];
  return [
    {
      check: 'reviewers',
      grade: 'should',
      message: `Nobody is asked to review what is proposed for: ${lacking.join(', ')}.`,
      fix: 'Name accounts or teams in reviewers.yaml, then npm run registry -- codeowners --write.',
    },
  ];
};
