import type { SearchText } from './entry.ts';
import { foldSpelling } from './fold.ts';
import { asOneWord, meaningfulWords } from './query.ts';

/**
 * The parts of a record that are told apart when results are ranked; the text itself is what is in none of them. The
 * order is that of the weights in ranking.ts: what a project is called, what it is for, what it has to do with.
 */
export const FIELDS = [
  'exact',
  'title',
  'names',
  'products',
  'purpose',
  'summary',
  'keywords',
  'otherLanguages',
  'related',
] as const;
export type Field = (typeof FIELDS)[number];

/** What Pagefind indexes of a project: `meta` fields are searched too, and a hit tells in which of them it is. */
export interface IndexRecord {
  readonly content: string;
  readonly meta: Readonly<Record<Field, string>>;
}

/**
 * What Pagefind is told about ranking. Its own scores are not used, since they count each longer word that begins with
 * the one asked for, to the third power; accents do not weigh: "sante" and "santé" give one list.
 */
export const RANKING = { diacriticSimilarity: 0 } as const;

/** Every record has every field: Pagefind numbers the fields of a record by their place among those it has. */
export function indexRecord(text: SearchText): IndexRecord {
  const title = indexable(text.title) || text.title;
  const names = [text.title, ...text.otherNames];
  return {
    content: [indexable(text.body), uniqueWords(text.marginal)].filter(Boolean).join(' ') || title,
    meta: {
      exact: [
        ...new Set(names.flatMap((name) => [asOneWord([foldSpelling(name)]), asOneWord(meaningfulWords(name))])),
      ].join(' '),
      title,
      names: withCompounds(names),
      products: withCompounds(text.products),
      purpose: withCompounds(text.purpose),
      summary: indexable(text.summary),
      keywords: withCompounds(text.keywords),
      otherLanguages: uniqueWords(text.otherLanguages),
      related: uniqueWords(text.related),
    },
  };
}

/** Phrases, and after them their neighbouring words as one: who types "opendata" finds "open data". */
function withCompounds(phrases: readonly string[]): string {
  const compounds = phrases.flatMap((phrase) => {
    const words = meaningfulWords(phrase)
      .map((word) => asOneWord([word]))
      .filter(Boolean);
    return words.slice(1).map((word, index) => `${words[index]}${word}`);
  });
  return [...phrases.map(indexable), [...new Set(compounds)].join(' ')].filter(Boolean).join(', ');
}

/** Each word once, where phrases do not matter: a word takes bytes for each place where it stands. */
function uniqueWords(phrases: readonly string[]): string {
  return [...new Set(phrases.flatMap((phrase) => indexable(phrase).split(' ')))].join(' ');
}

/** Underscores go, because Pagefind reads words like `___PAGEFIND_WEIGHT___` as orders. */
function indexable(text: string): string {
  return meaningfulWords(text.replace(/_+/g, ' ')).join(' ');
}
