import { FIELDS, type Field } from './index-record.ts';
import type { QueryPlan } from './query.ts';

/** How one record answers to one word. */
export interface Evidence {
  /** Bits by place in {@link FIELDS}. */
  readonly fields: number;
  /** How often the word is in the text. */
  readonly inText: number;
  /** The word itself, a longer one that begins with it, or a shorter one that makes up most of it. */
  readonly word: 'itself' | 'longer' | 'shorter';
}

/** What the index knows of a word: records by number. */
export type Answer = ReadonlyMap<number, Evidence>;

export interface RankedHits {
  /** Numbers of records, best first, ties by number. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** How many of them, at the start, have all words. The rest has some of them. */
  readonly complete: number;
  /** Words that no record has as they were typed: perhaps misspelt, perhaps not typed to their end. */
  readonly doubtful: readonly string[];
}

/**
 * A name before what the project is for, that before what it has to do with, and all before the text, even if that
 * repeats the word.
 */
const WEIGHTS: Readonly<Record<Field, number>> = {
  exact: 4,
  title: 10,
  names: 8,
  products: 6,
  purpose: 7,
  summary: 6,
  keywords: 4,
  otherLanguages: 3,
  related: 4,
};
const IN_TEXT = 2.5;
/** A longer word that begins with the one asked for may mean something else, where the index has that one, too. */
const LONGER = 0.15;
/** Only looked for where no record has the word or a longer one: it is a guess, and a record with it lacks the word. */
const SHORTER = 0.6;
/** A weak word weighs a part of what another one does. */
const WEAK = 0.12;
/** Of what two neighbours weigh together, this comes on top when they stand as a phrase. */
const AS_PHRASE = 0.5;
/** The query is a name, or an acronym; or a name begins with it. */
const IS_NAME = 200;
const BEGINS_NAME = 30;
const NAMED = { itself: IS_NAME, longer: BEGINS_NAME, shorter: 0 } as const;
/** The project says that it can replace the product. */
const REPLACES = 100;
/** A record without all words must have this part of what they weigh. */
const LEAST = 0.3;
/** With so many that have all words, those with some of them are not shown. */
const ENOUGH = 5;

const bitOf = (field: Field): number => 1 << FIELDS.indexOf(field);
const EXACT = bitOf('exact');
const PRODUCTS = bitOf('products');
const FIELD_WEIGHTS = FIELDS.map((field) => WEIGHTS[field]);

/** The bits of the fields that a hit names. */
export function fieldBits(names: readonly string[]): number {
  return names.reduce(
    (bits, name) => bits | ((FIELDS as readonly string[]).includes(name) ? bitOf(name as Field) : 0),
    0,
  );
}

/**
 * Ranks what the index has found for each word of a query. A record's relevance is the sum of what its words weigh
 * (rare words more), times the square of the part of the words that it has.
 * @param answers by the texts of the plan's words, compounds and whole
 * @param records number of records in the index
 */
export function rankHits(plan: QueryPlan, answers: ReadonlyMap<string, Answer>, records: number): RankedHits {
  const words = askedWords(plan, answers, records);
  const known = words.filter(({ found }) => found.some(({ size }) => size > 0));
  const lacking = words.some((word) => !word.weak && !known.includes(word));
  const whole = answers.get(plan.whole);
  const candidates = new Set(known.flatMap(({ found }) => found.flatMap((answer) => [...answer.keys()])));
  const hits = [...candidates].map((number): Hit => {
    const { relevance, coverage, replaced, complete } = judge(number, known);
    const name = whole?.get(number);
    const named = ((name?.fields ?? 0) & EXACT) === 0 ? 0 : NAMED[name?.word ?? 'shorter'];
    const score = relevance * coverage ** 2 + named + (plan.insteadOf ? REPLACES * replaced : 0);
    return { number, score, coverage, complete: complete && !lacking };
  });
  const complete = hits.filter((hit) => hit.complete).sort(byScore);
  const partial = complete.length < ENOUGH ? hits.filter((hit) => !hit.complete && hit.coverage >= LEAST) : [];
  return {
    numbers: Uint32Array.from([...complete, ...partial.sort(byScore)], ({ number }) => number),
    complete: complete.length,
    doubtful: words.filter(({ doubtful }) => doubtful).map(({ text }) => text),
  };
}

interface Hit {
  readonly number: number;
  readonly score: number;
  /** Which part of the words it has, by their weight. */
  readonly coverage: number;
  readonly complete: boolean;
}

const byScore = (one: Hit, other: Hit): number => other.score - one.score || one.number - other.number;

interface AskedWord {
  readonly text: string;
  readonly weak: boolean;
  readonly weight: number;
  /** What was found for the word, and for each compound that it is a part of. */
  readonly found: readonly Answer[];
  readonly doubtful: boolean;
}

function askedWords(plan: QueryPlan, answers: ReadonlyMap<string, Answer>, records: number): AskedWord[] {
  const none: Answer = new Map();
  return plan.words.map(({ text, weak }, place) => {
    const alone = answers.get(text) ?? none;
    const compounds = plan.compounds.filter(({ places }) => places.includes(place));
    const joined = compounds.map((compound) => answers.get(compound.text) ?? none);
    const itself = [...alone.values()].filter(({ word }) => word === 'itself').length;
    return {
      text,
      weak,
      weight:
        rarity(itself || alone.size || Math.max(0, ...joined.map(({ size }) => size)), records) * (weak ? WEAK : 1),
      found: [alone, ...joined],
      doubtful: itself === 0 && joined.every(({ size }) => size === 0),
    };
  });
}

/** What a record has of the words. `replaced`: the part of them that are products which it replaces. */
function judge(
  number: number,
  words: readonly AskedWord[],
): { relevance: number; coverage: number; replaced: number; complete: boolean } {
  let relevance = 0;
  let total = 0;
  let covered = 0;
  let replaced = 0;
  let complete = true;
  for (const { found, weight, weak, doubtful } of words) {
    total += weight;
    const evidence = found.flatMap((answer) => answer.get(number) ?? []);
    if (!weak && evidence.every(({ word }) => word === 'shorter')) complete = false;
    if (evidence.length === 0) continue;
    covered += weight;
    if (evidence.some(({ fields }) => (fields & PRODUCTS) !== 0)) replaced += weight;
    const strengths = evidence.map((one) => strength(one) * certainty(one, doubtful));
    const best = Math.max(...strengths);
    relevance += weight * (best + (strengths.length > 1 ? AS_PHRASE * Math.min(best, sum(strengths) - best) : 0));
  }
  return { relevance, coverage: covered / total, replaced: replaced / total, complete };
}

/** @param doubtful whether no record has the word itself */
function certainty({ word }: Evidence, doubtful: boolean): number {
  if (word === 'shorter') return SHORTER;
  return word === 'longer' && !doubtful ? LONGER : 1;
}

function strength({ fields, inText }: Evidence): number {
  return (
    sum(FIELD_WEIGHTS.map((weight, place) => ((fields >> place) & 1) * weight)) + (IN_TEXT * inText) / (inText + 1)
  );
}

/** How much a word tells: the fewer records have it, the more (as in BM25). */
function rarity(having: number, records: number): number {
  return Math.log(1 + (records - having + 0.5) / (having + 0.5));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
