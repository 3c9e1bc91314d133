import { fillParts, type Params, type Part } from './fill.ts';
import type { PartialStrings, StringKey } from './strings.ts';

export interface Translator {
  /** The text of a key. A plural text is chosen by `params.count`. Throws on an unknown key or a missing value. */
  (key: StringKey, params?: Params): string;
  /** As the call itself, with placeholders that have no value left as slots: for links and times inside a sentence. */
  readonly parts: (key: StringKey, params?: Params) => Part[];
  readonly lang: string;
}

/**
 * The translator of a language. It throws rather than print a key: a build with a gap does not ship.
 * @param strings all strings of the language, the copy's own merged in
 */
export function createTranslator(lang: string, strings: PartialStrings): Translator {
  const parts = (key: StringKey, params: Params = {}): Part[] => {
    const value = Object.hasOwn(strings, key) ? strings[key] : undefined;
    if (value === undefined) throw new Error(`no text for the key "${key}" (${lang})`);
    try {
      return fillParts(value, params, lang);
    } catch (cause) {
      throw new Error(`the text "${key}" ${cause instanceof Error ? cause.message : cause} (${lang})`, { cause });
    }
  };

  const translate = (key: StringKey, params?: Params): string =>
    parts(key, params)
      .map((part) => {
        if (typeof part === 'string') return part;
        throw new Error(`the text "${key}" needs a value: ${part.slot} (${lang})`);
      })
      .join('');

  return Object.assign(translate, { parts, lang });
}
