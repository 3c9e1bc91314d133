import { gitIn } from '../../src/git/run-git.ts';
import { type Checked, checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { type FetchedPull, fetchPull } from '../lib/pull-request/fetch-pull.ts';
import { getPull, type Pull } from './pull.ts';
import type { BotRun } from './run-bot.ts';
import { isSyncBranch } from './sync-branch.ts';

/** A head that keeps moving is checked by the runs of its later pushes. */
const ATTEMPTS = 3;

/**
 * Opened by our own bot from a branch of this very repository, on which nobody else has committed since; git takes the word of who may push there.
 * What is in it is looked at all the same.
 */
function isBySync({ clone, host: { at, botLogin } }: BotRun, { user, head }: Pull, fetched: FetchedPull): boolean {
  const isHere = head.repo?.full_name === `${at.owner}/${at.repo}`;
  if (!isHere || user.login !== botLogin || !isSyncBranch(head.ref)) return false;
  const authors = gitIn(clone)(['log', '--format=%an', `${fetched.base}..${fetched.head}`]).toString('utf8');
  return authors.split('\n').every((author) => author === '' || author === botLogin);
}

/** Checks until the head is still the same afterwards: an old verdict is never published. */
export async function checkSettled(run: BotRun, first: Pull): Promise<{ pull: Pull; checked: Checked } | undefined> {
  let pull = first;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const fetched = fetchPull(run.clone, pull.number, pull.base.ref);
    const today = run.now().toISOString().slice(0, 10);
    const checked = checkRevisions({
      ...{ repository: run.clone, ...fetched, folder: 'registry', today },
      isOurs: isBySync(run, pull, fetched),
    });
    pull = await getPull(run, pull.number);
    if (pull.head.sha === checked.report.head) return { pull, checked };
  }
  return undefined;
}
