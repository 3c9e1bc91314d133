import { weakPairsOf } from '../styles/derive.ts';
import { parseTheme } from '../styles/theme.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

/** Colours of the copy's own can be read one upon the other, by day and by night. */
export const checkTheme: Check = ({ registry: { theme } }) => {
  const { values, problems } = parseTheme(theme?.css ?? '');
  if (problems.length > 0)
    return [
      {
        check: 'theme',
        grade: 'blocker',
        message: `theme.css has ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}.`,
        fix: 'npm run registry -- validate tells each, and how to mend it.',
      },
    ];
  const weak = weakPairsOf(values);
  if (weak.length === 0)
    return [
      {
        check: 'theme',
        grade: 'fine',
        message:
          theme === undefined ? 'The site looks as the program brings it.' : 'All colours of theme.css can be read.',
      },
    ];
  return weak.map(
    ({ front, back, mode, ratio, least }): Diagnosis => ({
      check: 'theme',
      grade: 'blocker',
      message: `--${front} upon --${back} has a contrast of ${shown(ratio)} in ${mode} mode.`,
      fix: `Change one of the two in theme.css until it has ${least}.`,
    }),
  );
};

/** Rounded down: what is too little never reads as enough. */
function shown(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
