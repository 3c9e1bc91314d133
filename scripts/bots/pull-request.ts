import { failureComment } from '../../src/github/comment.ts';
import { commitStatus } from '../../src/github/statuses.ts';
import { failureText, HostFailure } from '../lib/host-failure.ts';
import { type Checked, checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { fetchPull } from '../lib/pull-request/fetch-pull.ts';
import { githubReport } from '../lib/report.ts';
import { readCopyFacts } from './copy-facts.ts';
import { publishVerdict } from './publish-verdict.ts';
import { getPull, isMarked, type Pull, putStatus, targetOf, textsOf } from './pull.ts';
import type { BotRun } from './run-bot.ts';
import { putComment } from './sticky-comment.ts';

/** A head that keeps moving is checked by the runs of its later pushes. */
const ATTEMPTS = 3;

/**
 * Checks a pull request and tells its author: one comment, a commit status, labels, reviewers, notes on lines. What it proposes is read as git
 * objects; nothing of it is checked out or run. Run again, it changes nothing that is right already.
 */
export async function checkPullRequest(run: BotRun, number: number): Promise<void> {
  const pull = await getPull(run, number);
  if (pull.state !== 'open') return run.print(`Pull request ${number} is closed: nothing to do.`);
  let published = false;
  try {
    const copy = readCopyFacts(run);
    await putStatus(
      run,
      pull.head.sha,
      commitStatus('pending', { t: copy.translator(copy.mainLanguage), ...targetOf(run) }),
    );
    const settled = await checkSettled(run, pull);
    if (settled === undefined) return run.print(`The head of ${number} keeps moving: the next run checks it.`);
    const { report } = settled.checked;
    const annotations = githubReport(report.issues, '');
    if (annotations !== '') run.print(annotations);
    await publishVerdict(run, copy, settled.pull, report, () => {
      published = true;
    });
  } catch (error) {
    // A verdict that is there is right, even if a label or a reviewer is not.
    if (!published) await tellFailure(run, number, error);
    throw error;
  }
}

/** Checks until the head is still the same afterwards: an old verdict is never published. */
async function checkSettled(run: BotRun, first: Pull): Promise<{ pull: Pull; checked: Checked } | undefined> {
  let pull = first;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const fetched = fetchPull(run.clone, pull.number, pull.base.ref);
    const today = run.now().toISOString().slice(0, 10);
    const checked = checkRevisions({ repository: run.clone, ...fetched, folder: 'registry', isOurs: false, today });
    pull = await getPull(run, pull.number);
    if (pull.head.sha === checked.report.head) return { pull, checked };
  }
  return undefined;
}

/** Says at the pull request that we failed, as far as the host lets us; what goes wrong with that is in the log only. */
async function tellFailure(run: BotRun, number: number, error: unknown): Promise<void> {
  run.print(`The check of ${number} could not be done.`);
  try {
    const pull = await getPull(run, number);
    const copy = readCopyFacts(run);
    const head = pull.head.sha;
    const { t, contactUrl } = copy.contextIn(copy.languageOf(textsOf(pull)));
    const context = { t, head, contactUrl, logUrl: run.host.runUrl };
    await putComment(run.host, { issue: number, isMarked, body: failureComment(withoutAbsent(context)) });
    await putStatus(run, head, commitStatus('failure', { t: copy.translator(copy.mainLanguage), ...targetOf(run) }));
  } catch (another) {
    console.error(
      failureText(new HostFailure('This could not be told at the pull request', { cause: [error, another] })),
    );
  }
}

function withoutAbsent<T extends object>(object: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}
