import { draftsOf } from '../schema/registry.ts';
import { fieldName, phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const MAX_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

export const noticePeriod: RegistryRule = {
  id: 'notice-period',
  severity: 'error',
  doc: {
    title: 'A notice is open for at most 90 days',
    why: 'A board of old notices is read by nobody; who still asks after three months asks again, and says what has changed.',
    mend: 'Set closes to a day within 90 days of posted; a notice that has closed is archived, not deleted.',
  },
  messages: { long: 'The notice would be open for {days} days.' },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'notice')) {
      const { posted, closes } = data;
      if (posted === undefined || closes === undefined) continue;
      const days = Math.ceil((Date.parse(closes) - Date.parse(`${posted}T00:00:00Z`)) / DAY);
      if (days > MAX_DAYS + 1)
        report({
          code: 'long',
          file,
          path: ['closes'],
          found: closes,
          values: { days },
          expected: phrase('daysAfter', { count: MAX_DAYS, field: fieldName(['posted']) }),
        });
    }
  },
};
