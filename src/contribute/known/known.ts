import type { LanguageMap } from '../../i18n/localized.ts';
import type { Kind } from '../../schema/kinds.ts';

/** Where the site publishes the list, without base path. */
export const KNOWN_PATH = 'contribute/known.json';

/** What the form has to know of a record that stands already: to find it, and to take another for it. */
export interface KnownRecord {
  readonly kind: Kind;
  readonly id: string;
  /** The name, or the title of a text. */
  readonly name: string | LanguageMap;
  /** Acronym and other names. */
  readonly also?: readonly string[];
  /** Canonical addresses of its repositories, the main one first. */
  readonly repositories?: readonly string[];
  readonly website?: string;
  /** The id of its owner. */
  readonly owner?: string;
  /** Its country, or its owner's; none for what belongs to several. */
  readonly country?: string;
  readonly formerIds?: readonly string[];
  /** Canonical addresses of pages about the same thing, Wikidata's among them. */
  readonly sameAs?: readonly string[];
  /** Records of its kind that it names, and so is not. */
  readonly others?: readonly string[];
}

/** An id that was given up: nothing else may take it. */
export interface GoneRecord {
  readonly kind: Kind;
  readonly id: string;
  /** What stands for it now. */
  readonly successor?: string;
}

export interface Known {
  readonly records: readonly KnownRecord[];
  readonly gone: readonly GoneRecord[];
}

type Listed<T> = Readonly<Partial<Record<Kind, readonly Omit<T, 'kind'>[]>>>;

/** The list as it is published: by kind, so that none repeats it. */
export interface PublishedKnown {
  readonly version: 1;
  readonly records: Listed<KnownRecord>;
  readonly gone: Listed<GoneRecord>;
}

/** The list as the form uses it. Throws where the file is of another version: an old page beside a new list. */
export function readKnown(published: PublishedKnown): Known {
  if (published.version !== 1) throw new Error('The list of known records is of another version: load the page again.');
  return { records: flat(published.records), gone: flat(published.gone) };
}

function flat<T>(lists: Readonly<Partial<Record<Kind, readonly T[]>>>): (T & { kind: Kind })[] {
  return Object.entries(lists).flatMap(([kind, list]) => list.map((record) => ({ kind: kind as Kind, ...record })));
}
