import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

export const endedStatus: RegistryRule = {
  id: 'ended-status',
  severity: 'warning',
  doc: {
    title: 'What has ended is obsolete',
    why: 'A search for stable projects must not offer what is no longer kept.',
    mend: 'Set status to obsolete, or delete ended if the project goes on.',
  },
  messages: { status: 'The project has ended, and its status is {status}.' },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      const { ended, status } = data;
      if (ended === undefined || status === undefined || status === 'obsolete') continue;
      report({
        code: 'status',
        file,
        path: ['status'],
        found: status,
        values: { status },
        expected: 'obsolete',
        fix: { set: 'obsolete' },
      });
    }
  },
};
