import { fillText, isolated } from '../i18n/fill.ts';
import { formatList, languageName } from '../i18n/format.ts';
import type { StringValue } from '../i18n/strings.ts';
import type { ValuePath } from '../schema/field-meta.ts';
import type { Values, Words } from './phrase.ts';

/** A language as findings are said in it. */
export interface Speech {
  readonly lang: string;
  /** The text of a key, or `undefined` where the language has none. */
  readonly textOf: (key: string) => StringValue | undefined;
  /** What a field is called, where that is not its name in the file. */
  readonly fieldName?: ((path: ValuePath) => string | undefined) | undefined;
}

/** Words in a language, or `undefined` where one of their texts is missing there: no sentence is in two languages. */
export function say(words: Words, speech: Speech): string | undefined {
  if (typeof words === 'string') return words;
  if ('field' in words) return speech.fieldName?.(words.field) ?? say(words.name, speech);
  if ('language' in words) return languageName(words.language, speech.lang);
  if ('list' in words) {
    const items = words.list.map((item) => say(item, speech));
    if (!items.every((item) => item !== undefined)) return undefined;
    const { lang } = speech;
    return formatList(
      items.map((item) => isolated(item, lang)),
      lang,
      words.type,
    );
  }
  const text = speech.textOf(words.key);
  return text === undefined ? undefined : sayText(text, words.values ?? {}, speech);
}

/** A text with its placeholders filled by words in its language; as {@link say}. */
export function sayText(text: StringValue, values: Values, speech: Speech): string | undefined {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const said = typeof value === 'number' ? value : say(value, speech);
    if (said === undefined) return undefined;
    params[name] = said;
  }
  return fillText(text, params, speech.lang);
}
