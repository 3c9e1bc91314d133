import type { Values, Words } from './phrase.ts';
import { phraseStrings } from './phrases.ts';
import { type Speech, say, sayText } from './say.ts';

const phrases = phraseStrings();
const english: Speech = { lang: 'en', textOf: (key) => phrases[key] };

/** Words of a finding in English, in which the command line speaks. Throws on a phrase that is not in the table. */
export function inEnglish(words: Words): string {
  return spoken(say(words, english), words);
}

/** Fills a message template, in English. A placeholder without a value stays visible, so that a test finds it. */
export function fillTemplate(template: string, values: Values = {}): string {
  return spoken(sayText(template, values, english), values);
}

function spoken(said: string | undefined, words: unknown): string {
  if (said === undefined) throw new Error(`a phrase is not in the table: ${JSON.stringify(words)}`);
  return said;
}
