import type { Policy } from './policy.ts';
import { isSame } from './reviewers.ts';

/** A comment on a pull request, as far as decisions need it. */
export interface PullRequestComment {
  readonly author: string;
  readonly body: string;
  /** ISO time. */
  readonly at: string;
  /** The author may write to the repository. */
  readonly trusted: boolean;
}

/**
 * True where somebody asks to wait: by the label, or by a comment with the line for it. Anybody may ask; a hold by comment ends when its author,
 * or somebody who may write to the repository, comments with the other line.
 */
export function isHeld(
  labels: readonly string[],
  comments: readonly PullRequestComment[],
  { automerge }: Policy,
): boolean {
  const { label, comment: hold, release } = automerge.hold;
  if (labels.some((name) => isSame(name, label))) return true;
  const holders = new Set<string>();
  for (const { author, body, trusted } of comments.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const lines = body.split(/\r?\n/).map((line) => line.trim());
    if (lines.includes(release)) {
      if (trusted) holders.clear();
      else holders.delete(author.toLowerCase());
    }
    if (lines.includes(hold)) holders.add(author.toLowerCase());
  }
  return holders.size > 0;
}
