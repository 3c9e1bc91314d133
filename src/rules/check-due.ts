import { everyDraft } from '../schema/registry.ts';
import { MONTHS_DUE, MONTHS_FRESH, monthsBetween } from './months.ts';
import type { RegistryRule } from './rule.ts';

export const checkDue: RegistryRule = {
  id: 'check-due',
  severity: 'info',
  doc: {
    title: 'Records are confirmed once a year',
    why: 'What nobody looked at for a year may have changed; readers see when it was last confirmed.',
    mend: 'Read the record again, correct what has changed, and set checked to today.',
  },
  messages: { due: 'Last confirmed on {on}, {months} months ago.' },
  each: true,
  check(registry, report, { today }) {
    for (const { file, data } of everyDraft(registry)) {
      const on = data.checked?.on;
      if (on === undefined) continue;
      const months = monthsBetween(on, today);
      if (months >= MONTHS_FRESH && months < MONTHS_DUE)
        report({ code: 'due', file, path: ['checked', 'on'], found: on, values: { on, months } });
    }
  },
};
