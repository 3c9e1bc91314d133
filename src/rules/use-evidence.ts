import { draftsOf } from '../schema/registry.ts';
import { anyOf, fieldName } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

export const useEvidence: RegistryRule = {
  id: 'use-evidence',
  severity: 'warning',
  doc: {
    title: 'Who says that an organization uses it',
    why: 'Others decide by who uses a thing. A use that neither the organization confirmed nor a public page shows is hearsay.',
    mend: 'Add confirmed with the day on which the organization said so here, or evidence with the address of a page that shows it.',
  },
  messages: { hearsay: 'Nothing shows that “{project}” is used here.' },
  each: true,
  check(registry, report) {
    for (const { file, data } of draftsOf(registry, 'organization')) {
      for (const [index, { project, confirmed, evidence }] of (data.uses ?? []).entries()) {
        if (confirmed === undefined && evidence === undefined)
          report({
            code: 'hearsay',
            file,
            path: ['uses', index, 'project'],
            values: { project },
            expected: anyOf([fieldName(['uses', index, 'confirmed']), fieldName(['uses', index, 'evidence'])]),
          });
      }
    }
  },
};
