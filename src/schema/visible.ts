import { findUnsafeCharacters } from './unsafe-characters.ts';

/**
 * A text with control, direction and other invisible characters as escapes: they could rewrite what a terminal or a page shows. Joiners stay
 * where a script needs them; a tab becomes two spaces.
 */
export function visible(text: string): string {
  const unsafe = new Set(findUnsafeCharacters(text).map(({ offset }) => offset));
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c, offset: number) => {
    if (c === '\t') return '  ';
    return /[\u200c\u200d]/.test(c) && !unsafe.has(offset) ? c : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
