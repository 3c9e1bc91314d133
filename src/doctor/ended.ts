import type { Check, Diagnosis } from './diagnosis.ts';

/** A copy that has ended: what is left for those who close it. */
export const checkEnded: Check = ({ registry: { config, federation } }) => {
  const { ended } = config;
  if (ended === undefined) return [];
  const { on, successor } = ended;
  const sources = federation.sources ?? [];
  const goesOn = successor === undefined ? 'nobody goes on' : `${successor} goes on`;
  const found: Diagnosis[] = [
    {
      check: 'ended',
      grade: 'fine',
      message: `This copy has ended on ${on}; ${goesOn}.`,
      fix: 'The last build is published, pull requests are closed, the repository is archived at its host.',
    },
    ...(successor === undefined ? [nobody(config.zones)] : []),
    ...(sources.length > 0
      ? [
          should(
            `It still takes records from ${sources.length} sources.`,
            'Switch off the workflow of the synchronization.',
          ),
        ]
      : []),
    ...(ended.reason === undefined
      ? [should('Nobody is told why it ended.', 'npm run registry -- archive, again, with --reason en=…')]
      : []),
  ];
  return found;
};

function nobody(zones: readonly string[] | '*'): Diagnosis {
  return should(
    `Nobody is named who goes on with ${zones === '*' ? 'its zones' : zones.join(', ')}.`,
    'Ask the copy that gave them to take them back, then npm run registry -- archive --successor ADDRESS.',
  );
}

function should(message: string, fix: string): Diagnosis {
  return { check: 'ended', grade: 'should', message, fix };
}
