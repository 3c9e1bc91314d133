import type { FacetId } from './facets.ts';

/** What the search knows of a project in every language: its facts, without its words. */
export interface SearchEntry {
  /** Place in build order: records sorted by id, from 0 without gaps. */
  readonly number: number;
  /** `zone/slug` */
  readonly id: string;
  /** Language-neutral values (slugs, codes): see `isFacetValue` in state.ts for what an address can carry. */
  readonly facets: Readonly<Partial<Record<FacetId, readonly string[]>>>;
  readonly sortKeys: SortKeys;
}

export interface SortKeys {
  /** ISO date of the last check, as precise as known. */
  readonly checked?: string;
  /** Confirmed users. */
  readonly users: number;
  /** ISO date of entry into the registry. */
  readonly added?: string;
  /** The name as shown, for every interface language. */
  readonly names: Readonly<Record<string, string>>;
}

/** The words of a project for the text index of one language. */
export interface SearchText {
  /** The name as shown in this language. */
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** What else may be typed: programming languages, in other languages label and synonyms of what else it is for. */
  readonly marginal: readonly string[];
  /** Names in other languages, acronyms, former names. */
  readonly otherNames: readonly string[];
  /** Label and synonyms, in this language, of what the project is for in the first place. */
  readonly purpose: readonly string[];
  /** The same for what else it is for, and its tags. */
  readonly keywords: readonly string[];
  /** In other languages: summaries, and label and synonyms of what the project is for in the first place. */
  readonly otherLanguages: readonly string[];
  /** Names of what it belongs to: its owner and partners, the country, standards. */
  readonly related: readonly string[];
  /** Products that it can be used instead of. */
  readonly products: readonly string[];
  /** Path of the project's page under the host. */
  readonly url: string;
}
