import type { Params } from '../../i18n/fill.ts';
import type { StringKey } from '../../i18n/strings.ts';
import type { Translator } from '../../i18n/t.ts';

/** A text of ours with Markdown in the places of its placeholders; `params` are plain values, as counts. */
export function fill(
  t: Translator,
  key: StringKey,
  slots: Readonly<Record<string, string>>,
  params: Params = {},
): string {
  return t
    .parts(key, params)
    .map((part) => (typeof part === 'string' ? part : (slots[part.slot] ?? '')))
    .join('');
}

/** Bytes that a host stores for a text. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** As many items as fit, and `more` for the rest of them. Items may be made when they are asked for: of thousands, few have room. */
export function fitting(
  items: readonly (string | (() => string))[],
  limit: { readonly bytes: number; readonly items?: number },
  more: (rest: number) => string,
  separator = '\n',
): string {
  const taken: string[] = [];
  let room = limit.bytes;
  for (const given of items) {
    if (room <= 0 || taken.length >= (limit.items ?? items.length)) break;
    const item = typeof given === 'string' ? given : given();
    room -= bytesOf(item) + separator.length;
    if (room < 0) break;
    taken.push(item);
  }
  const rest = items.length - taken.length;
  return [...taken, ...(rest > 0 ? [more(rest)] : [])].join(separator);
}
