import type { Said } from '../../contribute/view/words.ts';
import { createFindingWords } from '../../i18n/finding-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { PartialStrings, StringKey } from '../../i18n/strings.ts';
import type { Translator } from '../../i18n/t.ts';
import { fillTemplate } from '../../rules/english.ts';
import type { Finding, RuleDefinition } from '../../rules/rule.ts';
import { say } from '../../rules/say.ts';
import { SHAPE_RULES as RULES } from '../../rules/shape-rules.ts';
import { visible } from '../../schema/visible.ts';
import type { WeakPair } from '../../styles/contrast.ts';
import type { Fault } from './outcome.ts';

const SHAPE_RULES: readonly RuleDefinition[] = RULES;

/** What is wrong, in the page's language where it has the words. */
export function faultWords({ problem, pair, field }: Fault, t: Translator, strings: PartialStrings): Said {
  if (pair !== undefined) return { text: weakWords(pair, t) };
  if (problem === undefined) return { text: '' };
  if ('finding' in problem) return findingWords(problem.finding, t, strings, t(`setupAsk.${field}` as StringKey));
  const { key, values } = problem;
  // Away from its field, too, it is told what is needed.
  if (key === 'setup.needed') return { text: t('form.missing', { field: t(`setupAsk.${field}` as StringKey) }) };
  return { text: t(key, quoted(values)) };
}

/** Values as a message may quote them: what was typed can hold signs that nobody sees, and that turn the words around them about. */
function quoted(values: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, visible(value)]));
}

/** The same away from its field, in the list of all faults: what is expected of an address does not say of which. */
export function summaryWords(fault: Fault, t: Translator, strings: PartialStrings): Said {
  const said = faultWords(fault, t, strings);
  if (fault.problem === undefined || !('finding' in fault.problem)) return said;
  const field = t(`setupAsk.${fault.field}` as StringKey);
  return said.text.includes(field) ? said : { ...said, text: t('setup.faultAt', { field, fault: said.text }) };
}

function findingWords(
  { rule, code, values = {}, expected }: Finding,
  t: Translator,
  strings: PartialStrings,
  name: string,
) {
  const fieldName = () => name;
  const english = fillTemplate(SHAPE_RULES.find(({ id }) => id === rule)?.messages[code] ?? '', values);
  const words = createFindingWords(t.lang, strings, { fieldName });
  const { text, lang, foreign } = words({ rule, code, values, message: english }).message;
  if (foreign) return { text, lang };
  const textOf = (key: string) => strings[key];
  const wanted = expected === undefined ? undefined : say(expected, { lang: t.lang, textOf, fieldName });
  return { text: wanted === undefined ? text : `${text} ${t('form.expected', { expected: wanted })}` };
}

/** That two colours are too near to each other, in a sentence. */
export function weakWords({ front, back, mode, ratio, least }: WeakPair, t: Translator): string {
  return t(mode === 'light' ? 'setup.weakDay' : 'setup.weakNight', {
    front: colorName(front, t),
    back: colorName(back, t),
    ratio: ratioText(ratio, t.lang),
    least: formatNumber(least, t.lang),
  });
}

/** What a colour of the theme is called. */
export function colorName(token: string, t: Translator): string {
  return t(`setupColor.${token}` as StringKey);
}

/** Rounded down: what is too little never reads as enough. */
export function ratioText(ratio: number, lang: string): string {
  return formatNumber(Math.floor(ratio * 100) / 100, lang);
}
