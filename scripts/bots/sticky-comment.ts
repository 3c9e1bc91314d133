import { asking, statusOf } from '../lib/host-failure.ts';
import { type Host, REPEAT_NOT } from '../lib/octokit.ts';

/** The one comment that a bot keeps on an issue or pull request. */
export interface StickyComment {
  readonly issue: number;
  /** Tells its comment by the marker in it; others can write a marker, so the account counts, too. */
  readonly isMarked: (body: string) => boolean;
  readonly body: string;
}

export interface PutComment {
  /** The page at the comment. */
  readonly url: string;
}

const ATTEMPTS = 3;

/**
 * Writes the comment, or edits it where it is there. Run twice, even at the same time or after an answer that was lost, it leaves one: each
 * attempt first looks what is there, the first comment is kept and later ones are deleted.
 */
export async function putComment(host: Host, comment: StickyComment): Promise<PutComment> {
  return asking(`writing the comment on ${comment.issue}`, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        const put = await tryPut(host, comment);
        if (put !== undefined) return put;
      } catch (error) {
        // Where the host could not say whether it was done, the next attempt sees it.
        if (attempt >= ATTEMPTS || (statusOf(error) ?? 500) < 500) throw error;
      }
      if (attempt >= 2 * ATTEMPTS) throw new Error('others write the same comment again and again');
    }
  });
}

/** @returns nothing where another comment of ours came in between, for another attempt */
async function tryPut(host: Host, { issue, isMarked, body }: StickyComment): Promise<PutComment | undefined> {
  const { rest } = host.octokit;
  const [first, ...later] = await ownComments(host, issue, isMarked);
  if (first === undefined) {
    const made = await rest.issues.createComment({ ...host.at, ...REPEAT_NOT, issue_number: issue, body });
    const [oldest, ...others] = await ownComments(host, issue, isMarked);
    return oldest?.id === made.data.id && others.length === 0 ? { url: made.data.html_url } : undefined;
  }
  if (first.body !== body) await rest.issues.updateComment({ ...host.at, comment_id: first.id, body });
  for (const { id } of later) await deleteComment(host, id);
  return { url: first.html_url };
}

/** The marked comments that the bot itself wrote, oldest first: a mark in somebody else’s counts for nothing. */
export async function ownComments({ octokit, at, botLogin }: Host, issue: number, isMarked: StickyComment['isMarked']) {
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 });
  return all.filter(({ user, body = '' }) => user?.login === botLogin && isMarked(body)).sort((a, b) => a.id - b.id);
}

async function deleteComment({ octokit, at }: Host, comment_id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ ...at, comment_id }).catch((error: unknown) => {
    // Another run was quicker.
    if (statusOf(error) !== 404) throw error;
  });
}
