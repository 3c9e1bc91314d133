import type { Words } from '../rules/phrase.ts';
import type { Issue } from '../rules/rule.ts';
import { type Speech, say } from '../rules/say.ts';
import { type LocalizedText, requireText } from './localized.ts';
import type { PartialStrings } from './strings.ts';

/** What of an issue its words are made of. */
export type SaidIssue = Pick<Issue, 'rule' | 'code' | 'message'> &
  Partial<Pick<Issue, 'values' | 'found' | 'expected' | 'hint' | 'words'>>;

/** An issue in a language; a text that the language lacks is in English, and says so. */
export interface IssueTexts {
  readonly message: LocalizedText;
  readonly found?: LocalizedText;
  readonly expected?: LocalizedText;
  /** What to do about it. */
  readonly hint?: LocalizedText;
}

export interface FindingWordsOptions {
  /** What the field at a path is called, for a form that shows titles: “Summary (French)”. Without it, its name in the file. */
  readonly fieldName?: Speech['fieldName'];
}

/**
 * Says issues in a language. Pure; runs in Node and in the browser.
 * @param strings the language's own: at least what {@link findingStrings} picks
 */
export function createFindingWords(
  lang: string,
  strings: PartialStrings,
  { fieldName }: FindingWordsOptions = {},
): (issue: SaidIssue) => IssueTexts {
  const textOf = (key: string) => (Object.hasOwn(strings, key) ? strings[key] : undefined);
  const speech: Speech = { lang, textOf, fieldName };
  const told = (words: Words, english: string): LocalizedText => {
    const text = say(words, speech);
    return text === undefined ? requireText({ en: english }, lang) : { text, lang, foreign: false };
  };
  return ({ rule, code, message, values = {}, words = {}, ...english }) => {
    const texts = PARTS.flatMap((part) => {
      const text = english[part];
      return text === undefined ? [] : [[part, told(words[part] ?? text, text)] as const];
    });
    return { message: told({ key: `rule.${rule}.message.${code}`, values }, message), ...Object.fromEntries(texts) };
  };
}

const PARTS = ['found', 'expected', 'hint'] as const;

/** The texts alone, for what cannot mark a text's language: a comment, an annotation. */
export function plainTexts(texts: IssueTexts): { message: string } & Partial<Record<(typeof PARTS)[number], string>> {
  const others = PARTS.flatMap((part) => (texts[part] === undefined ? [] : [[part, texts[part].text] as const]));
  return { message: texts.message.text, ...Object.fromEntries(others) };
}

const NEEDED = /^(?:phrase\.|rule\.([^.]+)\.(?:mend$|message\.|hint\.))/;

/** Of a language's strings, those that {@link createFindingWords} needs; of some rules only, where `rules` names them. */
export function findingStrings(strings: PartialStrings, rules?: ReadonlySet<string>): PartialStrings {
  return Object.fromEntries(
    Object.entries(strings).filter(([key]) => {
      const [needed, rule] = NEEDED.exec(key) ?? [];
      return needed !== undefined && (rule === undefined || rules === undefined || rules.has(rule));
    }),
  );
}
