import { foldSpelling, foldWord, WORDS } from './fold.ts';
import { stopWordsOf } from './stop-words.ts';

/**
 * What Pagefind is asked for a text that somebody typed; '' when it has no word. Pagefind drops hyphens and the like,
 * and so would read "open-source" as one word that few records have: parts become words of their own. A part of one
 * letter is joined instead (X-Road, e-mail), as Pagefind joins it when it indexes.
 */
export function indexQuery(typed: string, lang: string): string {
  const exact = /^\s*".+"\s*$/.test(typed);
  const words = foldSpelling(typed)
    .split(/\s+/)
    .flatMap((word) => {
      const parts = word.match(WORDS) ?? [];
      return parts.length > 1 && parts.some((part) => part.length === 1) ? [parts.join('')] : parts;
    });
  const kept = withoutStopWords(words, lang);
  const query = (kept.length > 0 ? kept : words).filter(isLongEnough).join(' ');
  return exact && query !== '' ? `"${query}"` : query;
}

/** A letter alone would ask for every word that begins with it; in scripts without an alphabet it is a word. */
function isLongEnough(word: string): boolean {
  return [...word].length > 1 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(word);
}

/** The words that a result shows as found, folded. */
export function wordsToMark(typed: string, lang: string): string[] {
  return (indexQuery(typed, lang).match(WORDS) ?? []).map(foldWord);
}

/**
 * Is a word in a text what was asked for? The same beginning is enough, since the index knows stems: somebody who
 * types "notifications" also finds "notification". A near guess of what the stemmer does, for marking only.
 * @param asked a word of {@link wordsToMark}
 */
export function isFound(word: string, asked: string): boolean {
  const folded = foldWord(word);
  if (folded.startsWith(asked)) return true;
  const ending = asked.length > 7 ? 3 : asked.length > 4 ? 1 : 0;
  return ending > 0 && folded.length <= asked.length && folded.startsWith(asked.slice(0, -ending));
}

/** Words but for those that say nothing. What stands in capitals is an acronym: IT, WHO. */
export function withoutStopWords(words: readonly string[], lang: string): string[] {
  const stopWords = stopWordsOf(lang);
  return words.filter((word) => {
    const lower = word.toLowerCase();
    return !stopWords.has(lower) || (word.length > 1 && word !== lower && word === word.toUpperCase());
  });
}
