import { RANKING } from './index-record.ts';
import { planQuery, type QueryPlan } from './query.ts';
import { type Answer, type Evidence, fieldBits, type RankedHits, rankHits } from './ranking.ts';

/** The part of Pagefind's browser interface (pagefind.js, 1.6) that is used here. */
export interface Pagefind {
  createInstance(options: PagefindOptions): PagefindInstance;
}

interface PagefindOptions {
  readonly basePath: string;
  readonly metaCacheTag: string;
  readonly ranking: typeof RANKING;
  readonly noWorker: boolean;
}

interface PagefindInstance {
  /** Without a query: all records. In quotation marks: only the words themselves, in this order. */
  search(query: string | null): Promise<{ results: readonly PagefindHit[] }>;
}

interface PagefindHit {
  readonly id: string;
  /** Places in the text; none when only fields have the word. */
  readonly words: readonly number[];
  readonly matchedMetaFields?: readonly string[];
}

export interface TextIndexAddress {
  /** Folder of the index, of one language, with a slash at its end. */
  readonly folder: string;
  /** `textIndex` of the manifest: makes the entry file cacheable, and a new one known. */
  readonly state: string;
  /** How many records the site has. */
  readonly records: number;
}

export interface TextQueries {
  /** What is found for a text as somebody typed it; undefined when it has no word. */
  search(typed: string): Promise<RankedHits | undefined>;
}

/** A word of so few letters, where it is known, is an acronym: others that begin with it have nothing to do with it. */
const SHORT = 3;
/** A word that so many records have tells little, whichever way they write it: Pagefind takes long for each question. */
const MANY = 2000;
/** How much of an unknown word a known one must make up to stand for it. */
const SHORTEST_BEGINNING = 6;
const LEAST_BEGINNING = 0.6;
/** Answers that are kept: who types on asks for the words before again. */
const KEPT = 64;

/**
 * Opens the text index. Pagefind names its hits by hashes; it lists all records in the order in which the build gave
 * them, which is the order of their numbers, so no table of names has to travel (38 KB at 10,000 records). A test
 * watches over that order. Throws when the index has another number of records than the site.
 */
export async function openTextIndex(
  pagefind: Pagefind,
  { folder, state, records }: TextIndexAddress,
): Promise<TextQueries> {
  const instance = pagefind.createInstance({ basePath: folder, metaCacheTag: state, ranking: RANKING, noWorker: true });
  const all = await instance.search(null);
  const numbers = new Map(all.results.map(({ id }, number) => [id, number]));
  if (numbers.size !== records) throw new Error(`the text index has ${numbers.size} records, the site ${records}`);
  const words = new WordQueries(instance, numbers);
  return {
    async search(typed) {
      const plan = planQuery(typed);
      if (plan.words.length === 0) return undefined;
      return rankHits(plan, await words.answers(plan), records);
    },
  };
}

/** Asks Pagefind for one word at a time: it finds only what has all words, and gives one score for them. */
class WordQueries {
  readonly #instance: PagefindInstance;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(instance: PagefindInstance, numbers: ReadonlyMap<string, number>) {
    this.#instance = instance;
    this.#numbers = numbers;
  }

  async answers({ phrase, words, compounds, whole }: QueryPlan): Promise<ReadonlyMap<string, Answer>> {
    const exactly = new Set([...compounds, ...(phrase ? words : [])].map(({ text }) => text));
    const open = new Set([...words.map(({ text }) => text), whole].filter((text) => !exactly.has(text)));
    const answers = [
      ...[...open].map(async (text) => [text, await this.#kept(text, () => this.#beginningWith(text))] as const),
      ...[...exactly].map(async (text) => [text, await this.#kept(`"${text}"`, () => this.#itself(text))] as const),
    ];
    return new Map(await Promise.all(answers));
  }

  #kept(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#answers.get(key) ?? ask();
    // The last one asked for comes last.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  /** Records with the word itself or a longer one that begins with it. */
  async #beginningWith(text: string): Promise<Answer> {
    const { results } = await this.#instance.search(text);
    if (results.length > MANY) return this.#answer(results, () => 'itself');
    const itself = await this.#idsOf(text);
    if (itself.size > 0 && [...text].length <= SHORT) return this.#itself(text);
    if (itself.size === 0 && (await this.#isCutShort(text, results))) return this.#nearBeginning(text);
    return this.#answer(results, ({ id }) => (itself.has(id) ? 'itself' : 'longer'));
  }

  /** Records with just the word (or its plural, since the index has stems), or with words that follow each other. */
  async #itself(text: string): Promise<Answer> {
    const itself = await this.#idsOf(text);
    if (itself.size === 0) return new Map();
    // In quotation marks a hit does not tell all of its fields.
    const { results } = await this.#instance.search(text);
    return this.#answer(
      results.filter(({ id }) => itself.has(id)),
      () => 'itself',
    );
  }

  async #idsOf(text: string): Promise<ReadonlySet<string>> {
    return new Set((await this.#instance.search(`"${text}"`)).results.map(({ id }) => id));
  }

  /**
   * For a word that it does not know, nor a longer one, Pagefind answers with the longest known word that it begins
   * with, however little that is: "notificaton" would find "notify". A word that surely nothing begins with then gives
   * the same.
   */
  async #isCutShort(text: string, results: readonly PagefindHit[]): Promise<boolean> {
    if (results.length === 0) return true;
    const longer = new Set((await this.#instance.search(`${text}0`)).results.map(({ id }) => id));
    return longer.size === results.length && results.every(({ id }) => longer.has(id));
  }

  /** Records with the longest word that makes up most of the text: "transportation" finds "transport". */
  async #nearBeginning(text: string): Promise<Answer> {
    const letters = [...text];
    const shortest = Math.max(SHORTEST_BEGINNING, Math.ceil(letters.length * LEAST_BEGINNING));
    for (let length = letters.length - 1; length >= shortest; length -= 1) {
      const beginning = letters.slice(0, length).join('');
      if ((await this.#idsOf(beginning)).size === 0) continue;
      const { results } = await this.#instance.search(beginning);
      return this.#answer(results, () => 'shorter');
    }
    return new Map();
  }

  #answer(results: readonly PagefindHit[], wordOf: (hit: PagefindHit) => Evidence['word']): Answer {
    return new Map(
      results.map((hit): [number, Evidence] => [
        this.#numbers.get(hit.id) ?? 0,
        { fields: fieldBits(hit.matchedMetaFields ?? []), inText: hit.words.length, word: wordOf(hit) },
      ]),
    );
  }
}
