import { fillTemplate } from '../rules/english.ts';
import { isAtLeast, RULES_BY_ID } from '../rules/index.ts';
import { SHAPE_RULES } from '../rules/shape-rules.ts';
import type { Check } from './diagnosis.ts';

const FILES: ReadonlySet<string> = new Set(['registry.yaml', 'federation.yaml', 'reviewers.yaml']);

/** What the settings mean together is for the other checks. */
const SHAPE: ReadonlySet<string> = new Set(SHAPE_RULES.map(({ id }) => id));

/** The files of settings are there, and can be read. */
export const checkSettings: Check = ({ findings }) => {
  if (findings.some(({ rule }) => rule === 'registry-config'))
    return [
      {
        check: 'settings',
        grade: 'blocker',
        message: 'There is no registry.yaml: nothing says who this copy is.',
        fix: 'npm run registry -- init',
      },
    ];
  const faults = findings.filter(({ file, rule }) => FILES.has(file) && SHAPE.has(rule) && isAtLeast(rule, 'error'));
  const [first] = faults;
  if (first === undefined)
    return [{ check: 'settings', grade: 'fine', message: 'registry.yaml and federation.yaml can be read.' }];
  const words = fillTemplate(RULES_BY_ID.get(first.rule)?.messages[first.code] ?? '', first.values ?? {});
  return [
    {
      check: 'settings',
      grade: 'blocker',
      message: `${first.file}: ${words}${faults.length > 1 ? ` There are ${faults.length - 1} more faults.` : ''}`,
      fix: 'npm run registry -- validate tells the line, and how to mend it.',
    },
  ];
};
