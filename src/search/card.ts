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
  /** Language of the owner's name where it is not the page's. */
  readonly ownerLang?: string;
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
  /** "Also listed by: France, Canada (CA-QC)" */
  readonly alsoIn?: string;
  /** Other names and keywords by which a search may find it: shown only when they are the reason. */
  readonly terms?: readonly string[];
}

/** Results on a page. */
export const PAGE_SIZE = 20;

/** The line of facts: owner, country, then the rest, each with its language where it is not the page's. */
export function factParts({ owner, ownerLang, country, facts }: Card): { text: string; lang: string | undefined }[] {
  return [
    { text: owner ?? '', lang: ownerLang },
    ...[country ?? '', ...facts].map((text) => ({ text, lang: undefined })),
  ].filter(({ text }) => text !== '');
}

/** The parts of the stamp: each stays on one line where it fits, so that no date is torn at its hyphen. */
export function stampParts(card: Card): string[] {
  return card.status.split(SEPARATOR);
}

export const SEPARATOR = ' · ';
