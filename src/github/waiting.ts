import { LABELS } from './labels.ts';
import { isSame } from './reviewers.ts';

/** An open pull request or issue, as plain data. All times are ISO. */
export interface OpenItem {
  readonly type: 'pull-request' | 'issue';
  readonly number: number;
  /** Anybody's words. */
  readonly title: string;
  readonly author: string;
  readonly labels: readonly string[];
  readonly draft: boolean;
  readonly createdAt: string;
  /** The author's last push or word. */
  readonly authorActiveAt: string;
  /** The last word of anybody of ours, the bots' findings included and their reminders left out. */
  readonly answeredAt?: string;
  /** The first word of a person other than the author. */
  readonly firstAnswerAt?: string;
  /** When a bot last reminded the author. */
  readonly remindedAt?: string;
}

const DAY = 86_400_000;

/** Whole days from one time to another. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Hosts take labels in any case of letters. */
export function hasLabel({ labels }: OpenItem, label: string): boolean {
  return labels.some((name) => isSame(name, label));
}

/**
 * Whose turn it is. The author's only where something is to be mended or told, or it is a draft, and the author has had our word and has not
 * answered it: a question to us makes it our turn.
 */
export function waitsFor(item: OpenItem): 'author' | 'us' {
  const asked = item.draft || hasLabel(item, LABELS.needsChanges) || hasLabel(item, LABELS.needsInformation);
  if (!asked) return 'us';
  if (item.draft && item.answeredAt === undefined) return 'author';
  return Date.parse(item.answeredAt ?? '') >= Date.parse(item.authorActiveAt) ? 'author' : 'us';
}
