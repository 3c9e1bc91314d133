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

export interface TextIndexes {
  /** Where the files are for now: a folder for each language. */
  readonly folder: string;
  /** The temporary folder around it: whoever has taken the files removes it. */
  readonly parent: string;
}

/**
 * Indexes the texts of each language, by record number, into a temporary folder, in Pagefind's own process: one
 * language after the other, so that the memory of one is enough. The same texts give the same bytes.
 */
export async function buildTextIndexes(texts: Readonly<Record<string, readonly SearchText[]>>): Promise<TextIndexes> {
  const parent = await mkdtemp(join(tmpdir(), 'text-index-'));
  // A folder in it, since the temporary one is for this user's eyes only.
  const folder = join(parent, 'pagefind');
  try {
    for (const lang of Object.keys(texts).sort()) await buildTextIndex(join(folder, lang), lang, texts[lang] ?? []);
    return { folder, parent };
  } catch (error) {
    await rm(parent, { recursive: true });
    throw error;
  } finally {
    await pagefind.close();
  }
}

async function buildTextIndex(folder: string, lang: string, texts: readonly SearchText[]): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  await fill(index, lang, texts);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
}

/** In order of the numbers: the index keeps it, and the browser counts on it (see text-query.ts). */
async function fill(index: pagefind.PagefindIndex, lang: string, texts: readonly SearchText[]): Promise<void> {
  const records = texts.map((text) => ({ url: text.url, language: lang.toLowerCase(), ...indexRecord(text) }));
  for (let start = 0; start < records.length; start += IN_FLIGHT) {
    const batch = records.slice(start, start + IN_FLIGHT);
    const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
    answers.forEach(({ errors }, place) => {
      if (errors.length > 0) throw new Error(`Pagefind refused ${batch[place]?.url}: ${errors.join('; ')}`);
    });
  }
}
