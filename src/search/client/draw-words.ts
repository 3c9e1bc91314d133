import type { Translator } from '../../i18n/t.ts';
import type { Suggestion } from '../did-you-mean.ts';
import { foldWord, WORDS } from '../fold.ts';
import type { SearchState } from '../state.ts';
import { addressOf } from './address.ts';
import { create } from './elements.ts';

/**
 * Says that not all results have all words. @returns what it says, '' for nothing
 * @param complete how many have them
 */
export function drawPartly(line: HTMLElement, complete: number, total: number, t: Translator): string {
  const text =
    complete === total ? '' : complete === 0 ? t('search.partly') : t('search.partlyAll', { count: complete });
  line.textContent = text;
  line.hidden = text === '';
  return text;
}

/** "Did you mean *permit*?": a link to the search for it, with the same filters. @returns what it says, '' for nothing */
export function drawSuggestion(
  line: HTMLElement,
  state: SearchState,
  suggestion: Suggestion | undefined,
  t: Translator,
): string {
  line.hidden = suggestion === undefined;
  if (suggestion === undefined) {
    line.replaceChildren();
    return '';
  }
  const { query } = suggestion;
  const link = create('a', { href: addressOf({ ...state, q: query, page: 1 }) }, ...emphasized(suggestion));
  line.replaceChildren(...t.parts('search.didYouMean').map((part) => (typeof part === 'string' ? part : link)));
  return line.textContent ?? '';
}

/** The query, with the words that were replaced set off. */
function emphasized({ query, changed }: Suggestion): (string | Node)[] {
  const folded = new Set(changed.flatMap((term) => term.match(WORDS) ?? []).map(foldWord));
  const pieces: (string | Node)[] = [];
  let end = 0;
  for (const word of query.matchAll(WORDS)) {
    if (!folded.has(foldWord(word[0]))) continue;
    pieces.push(query.slice(end, word.index), create('em', {}, word[0]));
    end = word.index + word[0].length;
  }
  return [...pieces, query.slice(end)];
}
