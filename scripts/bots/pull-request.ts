import { readMarker } from '../../src/github/comment/marker.ts';
import { failureComment } from '../../src/github/comment.ts';
import { commitStatus } from '../../src/github/statuses.ts';
import { failureText, HostFailure } from '../lib/host-failure.ts';
import { githubReport } from '../lib/report.ts';
import { checkSettled } from './check-settled.ts';
import { readCopyFacts } from './copy-facts.ts';
import { publishVerdict } from './publish-verdict.ts';
import { getPull, isMarked, putStatus, targetOf, textsOf } from './pull.ts';
import type { BotRun } from './run-bot.ts';
import { ownComments, putComment } from './sticky-comment.ts';

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

/** Says at the pull request that we failed, as far as the host lets us; what goes wrong with that is in the log only. */
async function tellFailure(run: BotRun, number: number, error: unknown): Promise<void> {
  run.print(`The check of ${number} could not be done.`);
  try {
    const pull = await getPull(run, number);
    const copy = readCopyFacts(run);
    const head = pull.head.sha;
    const { t, contactUrl } = copy.contextIn(copy.languageOf(textsOf(pull)));
    const context = { t, head, contactUrl, logUrl: run.host.runUrl };
    // What was said of this very head is still right.
    const [said] = await ownComments(run.host, number, isMarked);
    if (readMarker(said?.body ?? '')?.head !== head)
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
