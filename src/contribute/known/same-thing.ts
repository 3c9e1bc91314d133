import { markedValues, type Wanted } from '../../rules/marked-values.ts';
import { canonicalRepository } from '../../schema/canonical-repository.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Draft } from '../../schema/registry.ts';

/** One spelling for the addresses of one page: https, no `www.`, query kept, fragment and the slash at the end gone. */
export function canonicalPage(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address;
  const { hostname, port, pathname, search } = new URL(address);
  const host = hostname.replace(/^www\./, '') + (port && `:${port}`);
  const page = `https://${host}${pathname.replace(/\/+$/, '')}${search}`;
  return page.replace('https://wikidata.org/entity/', 'https://wikidata.org/wiki/');
}

/** Fields of a record, of any kind and in any state, by which it is told to be the same thing as another. */
interface Signs {
  readonly repository?: unknown;
  readonly repositories?: unknown;
  readonly website?: unknown;
  readonly sameAs?: unknown;
  readonly identifiers?: unknown;
}

/** The canonical addresses of the repositories of a record, the main one first, each once. */
export function repositoriesOf({ repository, repositories }: Signs): string[] {
  const others = listOf(repositories).map((other) => (other as { url?: unknown } | null)?.url);
  return [...new Set([repository, ...others].filter(isText).map(canonicalRepository))];
}

/** The canonical addresses of pages about the same thing: what the record names as such, and its item in Wikidata. */
export function sameAsOf({ sameAs, identifiers }: Signs): string[] {
  const item = (identifiers as { wikidata?: unknown } | null | undefined)?.wikidata;
  const wikidata = isText(item) ? [`https://wikidata.org/wiki/${item}`] : [];
  return [...new Set([...wikidata, ...listOf(sameAs).filter(isText)].map(canonicalPage))];
}

/** The website in the one spelling that is compared; `undefined` where none is stated. */
export function websiteOf({ website }: Signs): string | undefined {
  return isText(website) ? canonicalPage(website) : undefined;
}

/** The host of an address; `undefined` where it is none. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

const refers: Wanted = ({ references, mayReference }) => references !== undefined || mayReference !== undefined;

/** What a record refers to among its own kind: it is no duplicate of these. */
export function othersOf(kind: Kind, data: object): string[] {
  const named = markedValues({ kind, data } as Draft, refers)
    .filter(({ meta }) => (meta.references ?? meta.mayReference) === kind)
    .map(({ value }) => value);
  return [...new Set(named.filter(isText))];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
