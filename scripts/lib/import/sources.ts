import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DESCRIPTION_FILES, rawAddress, repositoryFiles } from '../../../src/exchange/repository-files.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { FetchError, type FetchOptions, fetchPublic } from '../fetch-public.ts';

/** The largest file that is read: as large as what is fetched may be. */
const MAX_BYTES = 1024 * 1024;
const MAX_FILES = 1000;
const READ = /\.(?:ya?ml|json)$/i;
const ADDRESS = /^[a-z][a-z+]*:\/\/|^git@/i;

/** A text to read, or why there is none. */
export interface Source {
  /** As messages name it. */
  readonly name: string;
  readonly fileName?: string;
  /** Where it was fetched. */
  readonly url?: string;
  readonly text?: string;
  readonly refusal?: string;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** A folder was named: there may be any number of files, and nobody is asked about each. */
  readonly isFolder: boolean;
}

/** What a file, a folder, an address or `-` for standard input holds. Throws a {@link UsageError} where there is no such thing. */
export async function readSources(from: string, fetching: FetchOptions = {}): Promise<Sources> {
  if (ADDRESS.test(from)) return { sources: [await fetched(from, fetching)], isFolder: false };
  if (from === '-') return { sources: [{ name: 'standard input', ...textOf(readFileSync(0)) }], isFolder: false };
  const path = resolve(from);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`There is no file or folder ${visible(from)}.`);
  if (!found.isDirectory()) return { sources: [fileSource(path, from)], isFolder: false };
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => READ.test(name) && lstatSync(join(path, name)).isFile())
    .toSorted();
  if (names.length === 0) throw new UsageError(`${visible(from)} has no files that end in .yml, .yaml or .json.`);
  if (names.length > MAX_FILES)
    throw new UsageError(`${visible(from)} has ${names.length} files; at most ${MAX_FILES} are read at once.`);
  return { sources: names.map((name) => fileSource(join(path, name), join(from, name))), isFolder: true };
}

function fileSource(path: string, name: string): Source {
  const { size } = statSync(path);
  if (size > MAX_BYTES) return { name, refusal: `It has ${size} bytes; at most ${MAX_BYTES} are read.` };
  return { name, fileName: path, ...textOf(readFileSync(path)) };
}

function textOf(bytes: Uint8Array): Pick<Source, 'text' | 'refusal'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { refusal: 'It is not text in UTF-8. Save it in that encoding, and try again.' };
  }
}

/** The file at an address; where that is a repository's, the first of the files that describe projects that it has. */
async function fetched(address: string, fetching: FetchOptions): Promise<Source> {
  const raw = rawAddress(address);
  const isFile = raw !== address || READ.test(address.replace(/[?#].*$/s, ''));
  const { repository, files } = (isFile ? undefined : repositoryFiles(address)) ?? {};
  for (const { url, fileName } of files ?? [{ url: raw, fileName: basename(raw.replace(/[?#].*$/s, '')) }]) {
    try {
      const { text } = await fetchPublic(url, fetching);
      return { name: url, url: repository === undefined ? address : url, fileName, text };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const isAbsent = error.reason === 'status' && (error.status === 404 || error.status === 410);
      if (files === undefined || !isAbsent) return { name: url, refusal: error.message };
    }
  }
  return { name: address, refusal: `The repository has none of ${DESCRIPTION_FILES.join(', ')} on its main branch.` };
}
