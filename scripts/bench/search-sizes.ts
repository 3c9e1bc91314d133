import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that search in one language takes; text as it travels, compressed. */
export interface SearchSizes {
  readonly language: string;
  /** The page with everything that its HTML and style sheets name: what loads before anybody types. */
  readonly firstLoad: number;
  /** The table of facets. */
  readonly table: number;
  /** All orders together. */
  readonly orders: number;
  /** All cards together, and the largest file of them. */
  readonly cards: number;
  readonly largestCards: number;
  /** The text index of all languages. */
  readonly pagefind: number;
}

/** Measures the search of the first language of a site that was built for the root of its host. */
export function searchSizes(site: string): SearchSizes {
  const [language = ''] = readdirSync(join(site, 'search')).toSorted();
  const folder = join(site, 'search', language);
  const data = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizesOf = (part: string) =>
    data.filter((name) => name.startsWith(part)).map((name) => travels(join(folder, name)));
  return {
    language,
    firstLoad: sum(loadedFirst(site, join(site, language, 'projects/index.html')).map(travels)),
    table: sum(sizesOf('table.')),
    orders: sum(sizesOf('order-')),
    cards: sum(sizesOf('cards-')),
    largestCards: Math.max(0, ...sizesOf('cards-')),
    pagefind: sum(allBelow(join(site, 'pagefind')).map((file) => statSync(file).size)),
  };
}

const LOADS =
  /<(?:script\b[^>]*?\ssrc|link\b(?=[^>]*\srel="(?:stylesheet|preload|modulepreload|icon)")[^>]*?\shref)="\/([^"]+)"/g;
const STYLE_LOADS = /url\(["']?\/([^"')]+)/g;

/** The page and the files that it and its style sheets name. */
function loadedFirst(site: string, page: string): string[] {
  const named = (file: string, pattern: RegExp) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => join(site, match[1] ?? ''));
  const files = named(page, LOADS);
  const styles = files.filter((file) => file.endsWith('.css'));
  return [...new Set([page, ...files, ...styles.flatMap((file) => named(file, STYLE_LOADS))])];
}

/** Files that are compressed already travel as they are. */
const COMPRESSED = /\.(?:bin|woff2)$/;

function travels(file: string): number {
  if (statSync(file).isDirectory()) return 0;
  return COMPRESSED.test(file) ? statSync(file).size : gzipSync(readFileSync(file)).length;
}

/** A registry without projects has no text index. */
function allBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
