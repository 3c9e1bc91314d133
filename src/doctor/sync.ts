import type { Check, Diagnosis, Taken } from './diagnosis.ts';

/** A source whose last state is older is worth a look: most copies change each week. */
const MAX_AGE_DAYS = 30;
const DAY_MS = 86_400_000;

/** When each source was last taken. */
export const checkSync: Check = ({ registry: { federation }, addresses, taken, today }) => {
  const sources = federation.sources ?? [];
  if (sources.length === 0) return [{ check: 'sync', grade: 'fine', message: 'Nothing is taken from other copies.' }];
  return sources.flatMap(({ id, zones }) => {
    const state = taken.find(({ source }) => source === id);
    const ended = state?.ended === undefined ? undefined : endedDiagnosis({ id, zones }, state.ended, addresses.url);
    // What was noted counts as long as the settings still say so.
    const unclaimed = state?.unclaimed?.filter((zone) => zones !== '*' && zones.includes(zone)) ?? [];
    return [
      ended ?? diagnosisOf(id, state?.asOf, today),
      ...givenDiagnoses(id, state?.given, addresses.url),
      ...(unclaimed.length === 0 ? [] : [unclaimedDiagnosis(id, unclaimed)]),
    ];
  });
};

/** A copy that has ended gets older for ever: that is nothing to mend. */
function endedDiagnosis(
  { id, zones }: { readonly id: string; readonly zones: readonly string[] | '*' },
  { on, successor }: NonNullable<Taken['ended']>,
  ownUrl: string,
): Diagnosis {
  const list = zones === '*' ? 'ZONE' : zones.join(',');
  const goesOn = successor === undefined ? 'names no successor' : `says that ${successor} goes on`;
  const move = `; npm run registry -- delegate ${list} ${successor ?? 'ADDRESS'} --move --check says who writes them now`;
  return {
    check: 'sync',
    grade: 'should',
    message: `The copy ${id} has ended on ${on}, and ${goesOn}.`,
    fix: `npm run registry -- take-back ${list} makes its zones your own${successor === ownUrl ? '' : move}.`,
  };
}

function givenDiagnoses(id: string, given: Taken['given'], ownUrl: string): Diagnosis[] {
  return Object.entries(given ?? {}).map(([zone, url]) => ({
    check: 'sync',
    grade: 'should',
    message: `The copy ${id} says that ${zone} is written at ${url} now.`,
    fix:
      url === ownUrl
        ? `npm run registry -- take-back ${zone}`
        : `npm run registry -- delegate ${zone} ${url} --move --check`,
  }));
}

function unclaimedDiagnosis(id: string, zones: readonly string[]): Diagnosis {
  return {
    check: 'sync',
    grade: 'should',
    message: `The copy ${id} does not say that it writes ${zones.join(', ')}, and nothing is taken of that.`,
    fix: `Correct zones of ${id} in federation.yaml, then npm run registry -- sync --source ${id}`,
  };
}

function diagnosisOf(id: string, asOf: string | undefined, today: string): Diagnosis {
  const check = 'sync';
  const fix = `npm run registry -- sync --source ${id}`;
  if (asOf === undefined) return { check, grade: 'should', message: `Nothing has been taken from ${id} yet.`, fix };
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(asOf)) / DAY_MS));
  const message = `What was taken from ${id} is of ${asOf}, ${days} ${days === 1 ? 'day' : 'days'} ago.`;
  return days > MAX_AGE_DAYS ? { check, grade: 'should', message, fix } : { check, grade: 'fine', message };
}
