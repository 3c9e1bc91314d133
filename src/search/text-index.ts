import { readdir, readFile, rm } from 'node:fs/promises';
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

/** Feeds the texts to a new index, in order: the order is what the bytes of the index depend on. */
export async function fillTextIndex(texts: Texts): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  for (const lang of Object.keys(texts).sort()) {
    const records = (texts[lang] ?? []).map((text, number) => ({
      url: fragmentUrl(lang, number),
      language: lang.toLowerCase(),
      ...indexRecord(text, lang),
    }));
    for (let start = 0; start < records.length; start += IN_FLIGHT) {
      const batch = records.slice(start, start + IN_FLIGHT);
      const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
      answers.forEach(({ errors: refused }, place) => {
        if (refused.length > 0) throw new Error(`Pagefind refused ${batch[place]?.url}: ${refused.join('; ')}`);
      });
    }
  }
  return index;
}

/**
 * Writes the index to a folder, which is emptied first, and ends Pagefind.
 * @returns Pagefind's id of every record, by language and record number
 */
export async function writeTextIndex(index: pagefind.PagefindIndex, folder: string): Promise<Map<string, string[]>> {
  await rm(folder, { recursive: true, force: true });
  const { errors } = await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
  const ids = await readIds(join(folder, 'fragment'));
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
  return ids;
}

/** A hit's id is the stem of its file under fragment/: gzip with a mark before JSON that holds the url. */
async function readIds(folder: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const file of (await readdir(folder)).sort()) {
    const content = gunzipSync(await readFile(join(folder, file))).toString();
    if (!content.startsWith(FRAGMENT_MARK)) throw new Error(`${file} is no fragment of a Pagefind that is known here`);
    const { url }: { url: string } = JSON.parse(content.slice(FRAGMENT_MARK.length));
    const [lang = '', number = ''] = url.split('/');
    const ofLanguage = ids.get(lang) ?? [];
    ids.set(lang, ofLanguage);
    ofLanguage[Number(number)] = file.replace(/\.pf_fragment$/, '');
  }
  return ids;
}

const fragmentUrl = (lang: string, number: number): string => `${lang}/${number}`;
