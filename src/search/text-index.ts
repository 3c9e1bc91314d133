import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { SearchText } from './entry.ts';
import { indexRecord } from './index-record.ts';

/** How many records wait in Pagefind's pipe: enough to keep it busy while this thread renders pages. */
const IN_FLIGHT = 512;

/** What Pagefind writes before a fragment's JSON. */
const FRAGMENT_MARK = 'pagefind_dcd';

/** Pagefind's own interfaces, and its copies of the texts: our pages need neither. */
const UNUSED = /^(?:fragment|pagefind-(?:component-ui|highlight|modular-ui|ui)\.\w+)$/;

/** The words of each language, by record number. */
export type Texts = Readonly<Record<string, readonly SearchText[]>>;

export interface TextIndex {
  /** Where the files are for now. */
  readonly folder: string;
  /** The temporary folder around it: whoever has taken the files removes it. */
  readonly parent: string;
  /** Pagefind's id of every record, by language and record number. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/** Indexes the texts into a temporary folder, in Pagefind's own process. The same texts give the same bytes. */
export async function buildTextIndex(texts: Texts): Promise<TextIndex> {
  // One file for all fragments of a language: they are read here once and then thrown away.
  const { index, errors } = await pagefind.createIndex({ maxFragments: 1 });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  const parent = await mkdtemp(join(tmpdir(), 'text-index-'));
  // A folder in it, since the temporary one is for this user's eyes only.
  const folder = join(parent, 'pagefind');
  try {
    for (const lang of Object.keys(texts).sort()) await fill(index, lang, texts[lang] ?? []);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    const ids = await readIds(join(folder, 'fragment'));
    const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
    await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
    return { parent, folder, ids };
  } catch (error) {
    await rm(parent, { recursive: true });
    throw error;
  } finally {
    await pagefind.close();
  }
}

/** In order: the bytes of the index depend on it. */
async function fill(index: pagefind.PagefindIndex, lang: string, texts: readonly SearchText[]): Promise<void> {
  const records = texts.map((text, number) => ({
    url: `${lang}/${number}`,
    language: lang.toLowerCase(),
    ...indexRecord(text, lang),
  }));
  for (let start = 0; start < records.length; start += IN_FLIGHT) {
    const batch = records.slice(start, start + IN_FLIGHT);
    const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
    answers.forEach(({ errors }, place) => {
      if (errors.length > 0) throw new Error(`Pagefind refused ${batch[place]?.url}: ${errors.join('; ')}`);
    });
  }
}

/**
 * The ids of the hits, out of Pagefind's fragments: gzip, a mark, then JSON. A language of one record has one
 * fragment, named by its id; else a file holds fragments by id.
 */
async function readIds(folder: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const file of await readdir(folder)) {
    const content = gunzipSync(await readFile(join(folder, file))).toString();
    if (!content.startsWith(FRAGMENT_MARK)) throw new Error(`${file} is no fragment of a Pagefind that is known here`);
    const parsed: Fragment | Record<string, Fragment> = JSON.parse(content.slice(FRAGMENT_MARK.length));
    const fragments = isFragment(parsed) ? { [file.replace(/\.\w+$/, '')]: parsed } : parsed;
    for (const [id, { url }] of Object.entries(fragments)) {
      const [lang = '', number = ''] = url.split('/');
      const ofLanguage = ids.get(lang) ?? [];
      ids.set(lang, ofLanguage);
      ofLanguage[Number(number)] = id;
    }
  }
  return ids;
}

interface Fragment {
  readonly url: string;
}

const isFragment = (parsed: Fragment | Record<string, Fragment>): parsed is Fragment => typeof parsed.url === 'string';
