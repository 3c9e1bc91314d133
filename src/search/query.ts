import { foldSpelling, foldWord, WORDS } from './fold.ts';
import { productAskedFor } from './instead-of.ts';
import { isAsking, isStopWord, isWeakPair, isWeakWord } from './stop-words.ts';

/** What a typed text asks of the index. Words keep their case and marks: the index does not mind them. */
export interface QueryPlan {
  /** The whole is in quotation marks: only these words in this order. */
  readonly phrase: boolean;
  readonly words: readonly QueryWord[];
  /** Neighbours written as one word, as "opendata": the index has such words of names and keywords. */
  readonly compounds: readonly Compound[];
  /** Everything as one word: perhaps a name or an acronym. */
  readonly whole: string;
  /** It asks for what can be used instead of a product. */
  readonly insteadOf: boolean;
}

interface QueryWord {
  readonly text: string;
  /** It helps to rank, but nothing is left out for want of it. */
  readonly weak: boolean;
}

interface Compound {
  readonly text: string;
  /** Places of the words that it is made of. */
  readonly places: readonly number[];
}

/** More words than anybody types on purpose: the rest of them is not asked for. */
const MOST_WORDS = 12;

/** Never throws; no words: nothing is asked for. */
export function planQuery(typed: string): QueryPlan {
  const phrase = /^\s*["“«].+["”»]\s*$/.test(typed);
  const folded = foldSpelling(isShouted(typed) ? typed.toLowerCase() : typed);
  const product = phrase ? undefined : productAskedFor(folded);
  const units = unitsOf(product ?? folded);
  // With the words of a question, too: a name may have them.
  const whole = asOneWord(meaningfulWords(product ?? folded)) || units.map(({ joined }) => joined).join('');
  if (phrase) return phrasePlan(units, whole);
  const texts = units.flatMap(({ parts }) => parts);
  const weak = weakPlaces(texts.map(foldWord));
  const words = texts.map((text, place): QueryWord => ({ text, weak: weak.size < texts.length && weak.has(place) }));
  let place = 0;
  const placed = units.map(({ parts, joined }) => ({ joined, places: parts.map(() => place++) }));
  const compounds = placed.flatMap((unit, index): Compound[] => {
    const next = placed[index + 1];
    return [
      ...(words[unit.places[0] ?? 0]?.text === unit.joined ? [] : [{ text: unit.joined, places: unit.places }]),
      ...(next ? [{ text: unit.joined + next.joined, places: [...unit.places, ...next.places] }] : []),
    ];
  });
  return { phrase: false, words, compounds, whole, insteadOf: product !== undefined };
}

function weakPlaces(folded: readonly string[]): Set<number> {
  const places = folded.flatMap((word, place) => {
    if (isWeakWord(word)) return [place];
    return isWeakPair(word, folded[place + 1] ?? '') ? [place, place + 1] : [];
  });
  return new Set(places);
}

function phrasePlan(units: readonly Unit[], whole: string): QueryPlan {
  const text = units.flatMap(({ parts }) => parts).join(' ');
  return { phrase: true, words: text === '' ? [] : [{ text, weak: false }], compounds: [], whole, insteadOf: false };
}

/** What stands between spaces: "rendez-vous" has the parts "rendez" and "vous", of which the second says nothing. */
interface Unit {
  readonly parts: readonly string[];
  /** All parts as one word, as the index has them. */
  readonly joined: string;
}

function unitsOf(text: string): Unit[] {
  const all = text.split(/\s+/).flatMap((word): Unit[] => {
    const parts = word.match(WORDS) ?? [];
    const joined = parts.join('');
    if (joined === '') return [];
    // Of "X-Road" and "e-mail" the index has no parts.
    return [{ parts: parts.some((part) => [...part].length === 1) ? [joined] : parts, joined }];
  });
  const plain = all.flatMap(({ parts, joined }) => {
    const kept = parts.filter((part) => saysSomething(part) && isLongEnough(part));
    return kept.length > 0 ? [{ parts: kept, joined }] : [];
  });
  const asked = plain.flatMap(({ parts, joined }) => {
    const kept = parts.filter((part) => isAcronym(part) || !isAsking(foldWord(part)));
    return kept.length > 0 ? [{ parts: kept, joined }] : [];
  });
  const rest = all.filter(({ joined }) => isLongEnough(joined));
  const units = [asked, plain, rest].find((list) => list.length > 0) ?? [];
  return units.slice(0, MOST_WORDS);
}

/** A letter alone would ask for every word that begins with it; in scripts without an alphabet it is a word. */
function isLongEnough(word: string): boolean {
  return [...word].length > 1 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(word);
}

/** Everything in capitals, more than a name would be: none of it is an acronym then. */
function isShouted(typed: string): boolean {
  return typed !== typed.toLowerCase() && typed === typed.toUpperCase() && (typed.match(WORDS)?.length ?? 0) > 2;
}

/** What stands in capitals is an acronym, not a stop word: IT, WHO. */
function isAcronym(word: string): boolean {
  return word.length > 1 && word !== word.toLowerCase() && word === word.toUpperCase();
}

const saysSomething = (word: string): boolean => isAcronym(word) || !isStopWord(foldWord(word));

/** The words of a text but for those that say nothing, as they stand between spaces; spelling as {@link foldSpelling}. */
export function meaningfulWords(text: string): string[] {
  return foldSpelling(text)
    .split(/\s+/)
    .filter((word) => word !== '' && saysSomething(word));
}

/** Words as one word: "open", "data" as "opendata". */
export function asOneWord(words: readonly string[]): string {
  return words.flatMap((word) => word.match(WORDS) ?? []).join('');
}

/** The words that a result shows as found, folded. */
export function wordsToMark(typed: string): string[] {
  const { words, compounds } = planQuery(typed);
  return [...new Set([...words, ...compounds].flatMap(({ text }) => foldWord(text).match(WORDS) ?? []))];
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
