import type { Check, Diagnosis } from './diagnosis.ts';

/** A source whose last state is older is worth a look: most copies change each week. */
const MAX_AGE_DAYS = 30;
const DAY_MS = 86_400_000;

/** When each source was last taken. */
export const checkSync: Check = ({ registry: { federation }, taken, today }) => {
  const sources = federation.sources ?? [];
  if (sources.length === 0) return [{ check: 'sync', grade: 'fine', message: 'Nothing is taken from other copies.' }];
  return sources.map(({ id }) => diagnosisOf(id, taken.find(({ source }) => source === id)?.asOf, today));
};

function diagnosisOf(id: string, asOf: string | undefined, today: string): Diagnosis {
  const check = 'sync';
  const fix = `npm run registry -- sync --source ${id}`;
  if (asOf === undefined) return { check, grade: 'should', message: `Nothing has been taken from ${id} yet.`, fix };
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(asOf)) / DAY_MS));
  const message = `What was taken from ${id} is of ${asOf}, ${days} ${days === 1 ? 'day' : 'days'} ago.`;
  return days > MAX_AGE_DAYS ? { check, grade: 'should', message, fix } : { check, grade: 'fine', message };
}
