import { draftsOf } from '../schema/registry.ts';
import type { RegistryRule } from './rule.ts';

export const licenseUntold: RegistryRule = {
  id: 'license-untold',
  severity: 'info',
  doc: {
    title: 'Source has a licence',
    why: 'Source that can be read but has no stated licence may not be reused; it is the first thing a lawyer asks.',
    mend: 'Add license with the SPDX id of the licence in the repository, or not-open. Where sources disagree, leave it out and ask the makers.',
  },
  messages: { untold: 'The repository’s licence is not stated.' },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'project')) {
      if (data.repository !== undefined && data.license === undefined)
        report({ code: 'untold', file, path: ['repository'] });
    }
  },
};
