/**
 * What Pagefind does not do about spelling. It ignores combining marks on both sides; letters that have no
 * decomposition (œ, ø, ł, ß) and the elided article of French, Italian and Catalan ("l'identité", which it would read
 * as one word) are folded here, in what is indexed and in what is asked.
 */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ſ: 's',
};
const ODD_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07]/g;
const ELISION =
  /(?<![\p{L}\p{M}\p{N}'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|all|un)'(?=[\p{L}\p{N}])/giu;

/** Letters that no decomposition reaches, and elided articles. Case and marks stay as they are. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(ELISION, '')
    .replace(ODD_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

/** As {@link foldSpelling}, and without case and combining marks: two spellings of a word become equal. */
export function foldWord(word: string): string {
  // Letters once more: without its accent, ǿ is an ø.
  const bare = foldSpelling(word).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(ODD_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

/** The words in a text: letters, marks and digits together. */
export const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
