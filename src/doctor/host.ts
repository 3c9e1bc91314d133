import type { Check } from './diagnosis.ts';

/** What only the git host knows: how to look there. */
export const checkHost: Check = ({ addresses: { repository } }) => {
  if (repository !== undefined && repository.host !== 'github') return [];
  const page =
    repository === undefined ? 'the tab Actions of the repository' : `${repository.url.replace(/\/$/, '')}/actions`;
  return [
    {
      check: 'schedules',
      grade: 'fine',
      message:
        'Whether workflows run cannot be seen from here: GitHub switches them off on a fork, and schedules after 60 quiet days.',
      fix: `In ${page}, a workflow that is off says so, with a button to switch it on.`,
    },
  ];
};
