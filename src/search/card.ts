/** A search result, ready to show: the build has put every string into the language of the page. */
export interface Card {
  readonly name: string;
  /** Language of the name where it is not the page's. */
  readonly nameLang?: string;
  /** Address of the project's page, with the base path. */
  readonly url: string;
  readonly summary: string;
  /** Language of the summary where it is not the page's; `onlyIn` then says so in words. */
  readonly summaryLang?: string;
  /** "Only in French" */
  readonly onlyIn?: string;
  readonly owner?: string;
  /** Country in words. */
  readonly country?: string;
  /** Country code on the index tab: "CA". */
  readonly code: string;
  /** Text of the status stamp: "stable · checked 2026-09". */
  readonly status: string;
  /** A quiet stamp: for what is not in steady use. */
  readonly calm: boolean;
  /** The line of facts, in order: licence, languages, last activity ... */
  readonly facts: readonly string[];
  /** "Used by 7 bodies in 4 countries, 3 confirmed since 2025" */
  readonly usage?: string;
  /** Other names and keywords by which a search may find it: shown only when they are the reason. */
  readonly terms?: readonly string[];
}

/** Results on a page. */
export const PAGE_SIZE = 20;

/** The line of facts as one text: owner, country, then the rest. */
export function factsLine(card: Card): string {
  return [card.owner, card.country, ...card.facts].filter(Boolean).join(SEPARATOR);
}

/** The parts of the stamp: each stays on one line where it fits, so that no date is torn at its hyphen. */
export function stampParts(card: Card): string[] {
  return card.status.split(SEPARATOR);
}

export const SEPARATOR = ' · ';
