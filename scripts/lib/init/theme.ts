import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isColorsText, readColors, weakIn } from '../../../src/setup/theme-text.ts';
import { formatTheme, parseTheme, type ThemeValues } from '../../../src/styles/theme.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { problemText } from './questions.ts';

/**
 * The text of theme.css: a file as it stands, or colours as `accent=#7a0019/#ffb3c0` laid over what the copy's theme says already.
 * Throws a {@link UsageError} where it is none, or where something in it cannot be read upon another.
 */
export function readThemeOption(stated: string | undefined, before: string | undefined): string | undefined {
  if (stated === undefined) return undefined;
  const text = isColorsText(stated) ? themeOfColors(stated, before) : themeOfFile(stated);
  refuseWeak(parseTheme(text).values);
  return text;
}

function themeOfColors(stated: string, before = ''): string {
  const read = readColors(stated);
  if ('problem' in read) throw new UsageError(`--theme: ${visible(problemText(read.problem) ?? '')}`);
  return formatTheme({ ...parseTheme(before).values, ...read.values });
}

function themeOfFile(file: string): string {
  const text = readIn(file);
  const [problem] = parseTheme(text).problems;
  if (problem === undefined) return text;
  const line = text.slice(0, problem.offset).split('\n').length;
  throw new UsageError(
    `--theme: ${visible(`${file}:${line} “${problem.found}” has no place in a theme`)}: one block :root { --token: value; } of the tokens that src/styles/tokens.css names.`,
  );
}

function readIn(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--theme: ${visible(file)} cannot be read (${visible(reason)}). Colours are given as accent=#7a0019/#ffb3c0.`,
    );
  }
}

function refuseWeak(values: ThemeValues): void {
  const weak = weakIn(values).map(
    ({ front, back, mode, ratio, least }) =>
      `--${front} upon --${back} has ${(Math.floor(ratio * 100) / 100).toFixed(2)} in ${mode} mode, and needs ${least}`,
  );
  if (weak.length > 0) throw new UsageError(`--theme: too little contrast: ${weak.join('; ')}.`);
}
