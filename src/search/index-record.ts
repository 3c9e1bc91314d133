import type { SearchText } from './entry.ts';
import { foldSpelling } from './fold.ts';
import { withoutStopWords } from './query.ts';

/** What Pagefind indexes of a project: `meta` fields are searched too, and weigh as {@link RANKING} says. */
export interface IndexRecord {
  readonly content: string;
  readonly meta: Readonly<Record<'title' | 'names' | 'summary' | 'keywords', string>>;
}

/**
 * Weights for `pagefind.options`. A field adds its weight times the rarity of the word; the text adds at most 2.4
 * times (BM25 with saturation 1.4). So a name comes before a summary, a summary before a keyword and that before the
 * text, even if the text repeats the word. Accents do not weigh: "sante" and "santé" give one list.
 */
export const RANKING = {
  diacriticSimilarity: 0,
  metaWeights: { title: 24, names: 20, summary: 8, keywords: 4 },
} as const;

/** Every record has every field: Pagefind numbers the fields of a record by their place among those it has. */
export function indexRecord(text: SearchText, lang: string): IndexRecord {
  const clean = (part: string): string => indexable(part, lang);
  const title = clean(text.title) || text.title;
  return {
    content: clean(text.body) || title,
    meta: {
      title,
      names: text.otherNames.map(clean).join(', '),
      summary: clean(text.summary),
      keywords: text.keywords.map(clean).join(', '),
    },
  };
}

/** Underscores go, because Pagefind reads words like `___PAGEFIND_WEIGHT___` as orders. */
function indexable(text: string, lang: string): string {
  const words = foldSpelling(text).replace(/_+/g, ' ').split(/\s+/).filter(Boolean);
  return withoutStopWords(words, lang).join(' ');
}
