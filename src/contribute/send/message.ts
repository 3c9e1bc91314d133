import type { Translator } from '../../i18n/t.ts';
import type { Contribution } from './contribution.ts';

/** What the host is told of a contribution, and a reader of the history. */
export interface Message {
  /** The first line of the commit, in the words of the house: `Add ca/gc-notify`. */
  readonly title: string;
  /** In the contributor's language, with the line by which the comment on the pull request finds that language. */
  readonly description: string;
}

/** Title and description of the pull request that the form proposes. The title is in English, as the history is. */
export function messageOf({ isNew, id, name }: Contribution, t: Translator): Message {
  const told = t(isNew ? 'send.adds' : 'send.corrects', { name: oneLine(name), id: oneLine(id) });
  return {
    title: `${isNew ? 'Add' : 'Correct'} ${oneLine(id)}`,
    description: `${told}\n\n${languageLine(t.lang)}`,
  };
}

/** Read again by the check of the pull request: `/^Language: ([A-Za-z0-9-]+)$/m`. */
export function languageLine(lang: string): string {
  return `Language: ${lang}`;
}

/** A text that can begin no line of its own, and does not fill the page: contributed names may be anything. */
export function oneLine(text: string): string {
  const words = text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return [...words].slice(0, 120).join('');
}
