import { isAtLeast } from '../rules/index.ts';
import type { Check } from './diagnosis.ts';

/** The site is built of records without errors only. */
export const checkRecords: Check = ({ registry, findings }) => {
  const errors = findings.filter(({ rule }) => isAtLeast(rule, 'error')).length;
  const warnings = findings.filter(({ rule }) => isAtLeast(rule, 'warning')).length - errors;
  if (errors > 0)
    return [
      {
        check: 'records',
        grade: 'blocker',
        message: `The registry has ${errors} ${errors === 1 ? 'error' : 'errors'}: the site is not built.`,
        fix: 'npm run registry -- validate tells each, and how to mend it.',
      },
    ];
  const { length } = registry.records;
  return [{ check: 'records', grade: 'fine', message: `${length} records, no errors, ${warnings} warnings.` }];
};
