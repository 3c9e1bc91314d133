import { draftsOf, everyDraft } from '../schema/registry.ts';
import { MONTHS_DUE, monthsBetween } from './months.ts';
import type { RegistryRule } from './rule.ts';

export const unverified: RegistryRule = {
  id: 'unverified',
  severity: 'warning',
  doc: {
    title: 'What was confirmed is confirmed again within two years',
    why: 'After two years the site calls the record unverified, and the use unconfirmed: few decide upon such facts.',
    mend: 'Ask the makers, or the organization that uses it, and write the day of their answer. Nothing is deleted for its age.',
  },
  messages: {
    record: 'Last confirmed on {on}, {months} months ago: the site calls it unverified.',
    use: 'The use of “{project}” was last confirmed on {on}, {months} months ago.',
  },
  each: true,
  check(registry, report, { today }) {
    for (const { file, data } of everyDraft(registry)) {
      const on = data.checked?.on;
      const months = on === undefined ? 0 : monthsBetween(on, today);
      if (on !== undefined && months >= MONTHS_DUE)
        report({ code: 'record', file, path: ['checked', 'on'], found: on, values: { on, months } });
    }
    for (const { file, data } of draftsOf(registry, 'organization')) {
      for (const [index, { project, confirmed: on, until }] of (data.uses ?? []).entries()) {
        const months = on === undefined ? 0 : monthsBetween(on, today);
        // A use that is over needs nobody's word any more.
        if (on === undefined || until !== undefined || months < MONTHS_DUE) continue;
        report({ code: 'use', file, path: ['uses', index, 'confirmed'], found: on, values: { project, on, months } });
      }
    }
  },
};
