/** Where a contributor's language may be told: the pull request's text, and the message of its last commit. */
export interface ContributorTexts {
  readonly body?: string;
  readonly commitMessage?: string;
}

/** The line that the form writes. Hosts send texts with either kind of line end. */
const LINE = /^Language: ([A-Za-z0-9-]{2,35})\r?$/m;

/**
 * The language to answer in: the one that the form noted, where the interface has it or another form of it (fr for fr-CA); else the first of
 * the copy's. What people write of their own says too little: a name is in no language.
 */
export function contributorLanguage(texts: ContributorTexts, languages: readonly string[]): string {
  const fallback = languages[0] ?? 'en';
  for (const text of [texts.body, texts.commitMessage]) {
    const told = LINE.exec(text ?? '')?.[1]?.toLowerCase();
    if (told === undefined) continue;
    const exact = languages.find((lang) => lang.toLowerCase() === told);
    const found = exact ?? languages.find((lang) => primary(lang.toLowerCase()) === primary(told));
    if (found !== undefined) return found;
  }
  return fallback;
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;
