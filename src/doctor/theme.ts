import { MODES, readPalette, weakPairs } from '../styles/contrast.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

/** Colours of the copy's own can be read one upon the other, by day and by night. */
export const checkTheme: Check = ({ tokens: { shipped, own } }) => {
  const weak = MODES.flatMap((mode) => weakPairs(readPalette(shipped + (own ?? ''), mode), mode));
  if (weak.length === 0)
    return [
      {
        check: 'theme',
        grade: 'fine',
        message:
          own === undefined ? 'The site looks as the program brings it.' : 'All colours of theme.css can be read.',
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
