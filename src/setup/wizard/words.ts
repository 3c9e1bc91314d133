import { createFindingWords } from '../../i18n/finding-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { PartialStrings, StringKey } from '../../i18n/strings.ts';
import type { Translator } from '../../i18n/t.ts';
import { sayText } from '../../rules/say.ts';
import type { WeakPair } from '../../styles/contrast.ts';
import type { Fault } from './outcome.ts';

/** What is wrong, in the page's language. */
export function faultWords({ problem, pair, field }: Fault, t: Translator, strings: PartialStrings): string {
  if (pair !== undefined) return weakWords(pair, t);
  if (problem === undefined) return '';
  if ('key' in problem) return t(problem.key, problem.values);
  const { rule, code, values = {}, expected } = problem.finding;
  const fieldName = () => t(`setup.${field}` as StringKey);
  const words = createFindingWords(t.lang, strings, { fieldName });
  const said = words({ rule, code, values, message: '' }).message.text;
  const textOf = (key: string) => strings[key];
  const wanted =
    expected === undefined ? undefined : sayText('{expected}', { expected }, { lang: t.lang, textOf, fieldName });
  return wanted === undefined ? said : `${said} ${t('form.expected', { expected: wanted })}`;
}

export function weakWords({ front, back, mode, ratio, least }: WeakPair, t: Translator): string {
  return t(mode === 'light' ? 'setup.weakDay' : 'setup.weakNight', {
    front: colorName(front, t),
    back: colorName(back, t),
    ratio: ratioText(ratio, t.lang),
    least: formatNumber(least, t.lang),
  });
}

export function colorName(token: string, t: Translator): string {
  return t(`setup.color.${token}` as StringKey);
}

/** Rounded down: what is too little never reads as enough. */
export function ratioText(ratio: number, lang: string): string {
  return formatNumber(Math.floor(ratio * 100) / 100, lang);
}
