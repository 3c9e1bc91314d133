/**
 * Characters that have no business in a record: controls, bidirectional overrides, tag characters and other invisible ones.
 * ZWJ and ZWNJ are not here: Persian, Indic scripts and emoji need them, see {@link findUnsafeCharacters}.
 */
const UNSAFE_UNITS = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff`;
const UNSAFE = new RegExp(String.raw`[${UNSAFE_UNITS}\u{e0000}-\u{e007f}]|\p{Surrogate}`, 'gu');
const JOINER = /[\u200c\u200d]/gu;
/** Every unit that a character of either could begin with. Nearly no text has one, and asking for single units is quick. */
const SUSPECT = new RegExp(String.raw`[${UNSAFE_UNITS}\u200c\u200d\ud800-\udfff]`);
/** Letters of scripts that join or shape, combining marks, and what emoji sequences are made of. */
const JOINS =
  /[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Thaana}]/u;

interface UnsafeCharacter {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  /** As `U+202E`. */
  readonly name: string;
}

/** The unsafe characters of a text, in order. ZWJ and ZWNJ are unsafe where no script or emoji needs them. */
export function findUnsafeCharacters(text: string): UnsafeCharacter[] {
  if (!SUSPECT.test(text)) return [];
  const found = [...text.matchAll(UNSAFE)].map((match) => ({ offset: match.index, name: codePointName(match[0]) }));
  for (const match of text.matchAll(JOINER)) {
    if (!JOINS.test(characterBefore(text, match.index)))
      found.push({ offset: match.index, name: codePointName(match[0]) });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function characterBefore(text: string, offset: number): string {
  const last = text.slice(Math.max(0, offset - 1), offset);
  return /[\udc00-\udfff]/.test(last) ? text.slice(Math.max(0, offset - 2), offset) : last;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
