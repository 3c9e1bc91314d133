import { everyDraft } from '../schema/registry.ts';
import { isEarlier } from './in-order.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const isPast: Wanted = ({ notation, mayBeFuture }) => notation === 'date' && mayBeFuture !== true;

export const dateFuture: RegistryRule = {
  id: 'date-future',
  severity: 'warning',
  doc: {
    title: 'What has happened lies in the past',
    why: 'A day ahead in a field that tells what happened is a mistyped year, and would stand first in every list of the latest.',
    mend: 'Correct the year. What is only planned belongs in the description.',
  },
  messages: { ahead: '{date} lies ahead.' },
  each: true,
  check(registry, report, { today }) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isPast)) {
        if (!isEarlier(today, value)) continue;
        const date = String(value);
        report({
          code: 'ahead',
          file: record.file,
          path,
          found: date,
          values: { date },
          expected: phrase('dayOrBefore', { day: today }),
        });
      }
    }
  },
};
