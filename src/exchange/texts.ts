import type { DataPath } from '../rules/rule.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';
import { type Harmless, harmlessMarkdown } from './harmless-markdown.ts';
import type { FieldName, Ledger } from './ledger.ts';

const MAX_SUMMARY = 160;
/** Lines that a person or editor wraps are no longer than this. */
const LONGEST_WRAPPED = 120;

/** A text without the invisible and control characters that records may not have: what is read stays the same. */
function withoutUnsafe(text: string): string {
  const unsafe = new Set(findUnsafeCharacters(text).map(({ offset }) => offset));
  if (unsafe.size === 0) return text;
  return [...text.matchAll(/./gsu)].map(({ 0: character, index }) => (unsafe.has(index) ? '' : character)).join('');
}

/** A text as one line. */
export function oneLine(value: unknown): string {
  return withoutUnsafe(textOf(value).replace(/\s+/gu, ' ')).trim();
}

/** A text of several lines, without blanks at the ends of lines and of the whole. */
export function severalLines(value: unknown): string {
  return withoutUnsafe(textOf(value).replace(/\r\n?/g, '\n'))
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\s+$/g, '');
}

/** Text and numbers as text; of anything else nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A text in a language, with where it stands. */
export interface TextAt {
  readonly text: string;
  readonly from: DataPath;
}

/**
 * Carries the texts about a thing in one language: the short one becomes the summary; of one that is too long, the first sentence does, if it
 * fits, and without a long text the whole becomes the description. Features follow the long text as a list.
 */
export function carryTexts(
  ledger: Ledger,
  language: string,
  {
    short,
    long,
    features = [],
  }: { short?: TextAt | undefined; long?: TextAt | undefined; features?: readonly TextAt[] },
): void {
  const given = [short, long, ...features].filter((text) => text !== undefined);
  if (given.length > 0 && 'reason' in ledger.judge(['summary', language], 'x')) {
    // What is no language would be refused by every field, and by the program that finds sentences with an error.
    ledger.decline('not-understood', ...given.map(({ from }) => from));
    return;
  }
  const tooLong = short !== undefined && carrySummary(ledger, language, short) === 'too-long';
  carryDescription(ledger, language, long ?? (tooLong ? short : undefined), features);
  if (tooLong) ledger.decline('too-long', short.from);
}

function carrySummary(ledger: Ledger, language: string, { text, from }: TextAt): 'too-long' | undefined {
  const whole = oneLine(text);
  if ([...whole].length <= MAX_SUMMARY) {
    ledger.set(['summary', language], whole, from);
    return undefined;
  }
  const sentence = firstSentence(whole, language);
  if ([...sentence].length <= MAX_SUMMARY) ledger.set(['summary', language], sentence, from);
  return 'too-long';
}

/** The first sentence as the language ends sentences; the whole text where that is not known. */
function firstSentence(text: string, language: string): string {
  // Some engines came late to it.
  if (typeof Intl.Segmenter !== 'function') return text;
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? text;
}

function carryDescription(
  ledger: Ledger,
  language: string,
  long: TextAt | undefined,
  features: readonly TextAt[],
): void {
  const to = ['description', language] as const;
  const { text = '', changed = false } = long === undefined ? {} : acceptable(ledger, to, paragraphs(long.text));
  const list = features.map(({ text: feature }) => `- ${oneLine(feature)}`).join('\n');
  const both = [text, list].filter((part) => part !== '').join('\n\n');
  const verdict = ledger.judge(to, both);
  const takesBoth = 'value' in verdict;
  if (takesBoth) ledger.set(to, both, ...features.map(({ from }) => from), ...(long === undefined ? [] : [long.from]));
  else if (long !== undefined) ledger.set(to, text, long.from);
  if (!takesBoth) ledger.decline(verdict.reason, ...features.map(({ from }) => from));
  // What was taken out is told, too.
  if (changed && long !== undefined && ledger.has(to) !== undefined) ledger.decline('unsafe', long.from);
}

/** The text, or what is harmless in it where the field refuses it. */
function acceptable(ledger: Ledger, to: FieldName, text: string): Partial<Harmless> {
  const verdict = ledger.judge(to, text);
  return 'reason' in verdict && verdict.reason === 'unsafe' ? harmlessMarkdown(text) : { text };
}

/**
 * A text whose paragraphs are set off by empty lines. YAML folds texts that begin with `>` so that each paragraph becomes one line, which
 * Markdown would run together.
 */
function paragraphs(value: string): string {
  const text = severalLines(value);
  const isFolded = !text.includes('\n\n') && text.split('\n').some((line) => line.length > LONGEST_WRAPPED);
  return isFolded ? text.replace(/\n(?!\s*(?:[-*+]|\d+[.)])\s)/g, '\n\n') : text;
}
