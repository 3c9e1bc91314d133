import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchText } from './entry.ts';
import { indexRecord } from './index-record.ts';

/** How many records wait in Pagefind's pipe: enough to keep it busy while this thread renders pages. */
const IN_FLIGHT = 512;

/** Pagefind's own interfaces, its worker, and its copies of the texts: our pages need none of them. */
const UNUSED = /^(?:fragment|pagefind-(?:component-ui|highlight|modular-ui|ui|worker)\.\w+)$/;

/** The words of each language, by record number. */
export type Texts = Readonly<Record<string, readonly SearchText[]>>;

export interface TextIndex {
  /** Where the files are for now. */
  readonly folder: string;
  /** The temporary folder around it: whoever has taken the files removes it. */
  readonly parent: string;
}

/** Indexes the texts into a temporary folder, in Pagefind's own process. The same texts give the same bytes. */
export async function buildTextIndex(texts: Texts): Promise<TextIndex> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  const parent = await mkdtemp(join(tmpdir(), 'text-index-'));
  // A folder in it, since the temporary one is for this user's eyes only.
  const folder = join(parent, 'pagefind');
  try {
    for (const lang of Object.keys(texts).sort()) await fill(index, lang, texts[lang] ?? []);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
    await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
    return { folder, parent };
  } catch (error) {
    await rm(parent, { recursive: true });
    throw error;
  } finally {
    await pagefind.close();
  }
}

/** In order of the numbers: the index keeps it, and the browser counts on it (see text-query.ts). */
async function fill(index: pagefind.PagefindIndex, lang: string, texts: readonly SearchText[]): Promise<void> {
  const records = texts.map((text) => ({ url: text.url, language: lang.toLowerCase(), ...indexRecord(text, lang) }));
  for (let start = 0; start < records.length; start += IN_FLIGHT) {
    const batch = records.slice(start, start + IN_FLIGHT);
    const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
    answers.forEach(({ errors }, place) => {
      if (errors.length > 0) throw new Error(`Pagefind refused ${batch[place]?.url}: ${errors.join('; ')}`);
    });
  }
}
