import type { WeakPair } from '../styles/contrast.ts';
import { weakPairsOf } from '../styles/derive.ts';
import { parseTheme } from '../styles/theme.ts';
import { logoFile } from '../styles/theme-values.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

/** The copy's own look is one, can be read by day and by night, and shows its logo. */
export const checkTheme: Check = ({ registry: { theme, logos = [] } }) => {
  const { values, problems } = parseTheme(theme?.css ?? '');
  const found = [
    ...(problems.length === 0 ? [] : [faulty(problems.length)]),
    ...weakPairsOf(values).map(weak),
    ...logos.filter(({ file }) => file !== logoFile(values.logo)).map(({ file }) => idle(file)),
  ];
  if (found.length > 0) return found;
  const message = theme === undefined ? 'The site looks as the program brings it.' : 'All of theme.css can be read.';
  return [{ check: 'theme', grade: 'fine', message }];
};

function faulty(count: number): Diagnosis {
  return {
    check: 'theme',
    grade: 'blocker',
    message: `theme.css has ${count} ${count === 1 ? 'fault' : 'faults'}.`,
    fix: 'npm run registry -- validate tells each, and how to mend it.',
  };
}

function weak({ front, back, mode, ratio, least }: WeakPair): Diagnosis {
  return {
    check: 'theme',
    grade: 'blocker',
    message: `--${front} upon --${back} has a contrast of ${shown(ratio)} in ${mode} mode.`,
    fix: `Change one of the two in theme.css until it has ${least}.`,
  };
}

function idle(file: string): Diagnosis {
  return {
    check: 'theme',
    grade: 'should',
    message: `${file} is not shown: theme.css does not name it.`,
    fix: `Write --logo: url("${file}"); in theme.css, or delete the file.`,
  };
}

/** Rounded down: what is too little never reads as enough. */
function shown(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
