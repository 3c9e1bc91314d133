import type { Check, Diagnosis } from './diagnosis.ts';

/** Files that a message names. */
const SHOWN = 3;

/** Whether the program is the newest release, and whether the copy has edited it. Both as was known when releases were last looked for. */
export const checkEngine: Check = ({ engine }) => {
  if (engine === undefined)
    return [
      {
        check: 'engine',
        grade: 'fine',
        message: 'Whether there is a later release of the program was never looked for from here.',
        fix: 'npm run registry -- upgrade --check',
      },
    ];
  const { standsOn, newest, isBehind, edited } = engine;
  const age: Diagnosis = isBehind
    ? {
        check: 'engine',
        grade: 'should',
        message: `The program is ${standsOn}; there is ${newest}.`,
        fix: 'npm run registry -- upgrade',
      }
    : {
        check: 'engine',
        grade: 'fine',
        message: `The program is ${standsOn}; nothing later was known when last looked.`,
      };
  return edited.length === 0 ? [age] : [age, editedFiles(edited)];
};

function editedFiles(edited: readonly string[]): Diagnosis {
  const more = edited.length > SHOWN ? `, and ${edited.length - SHOWN} more` : '';
  return {
    check: 'engine',
    grade: 'should',
    message: `Files of the program were changed here, which a release would take the place of: ${edited.slice(0, SHOWN).join(', ')}${more}.`,
    fix: 'Propose the change to the program, or find the setting in registry/ that does it; npm run registry -- upgrade --dry-run tells each file.',
  };
}
