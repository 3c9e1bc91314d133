import {
  readSyncMarker,
  type SyncNews,
  type SyncStatus,
  syncBody,
  syncLabels,
  syncTitle,
  syncWord,
  withoutSyncMarker,
} from '../../src/github/sync-news.ts';
import type { Translator } from '../../src/i18n/t.ts';
import { asking, unless } from '../lib/host-failure.ts';
import { type BranchHead, headOf, makeCommit, type ProposedFiles, setBranch } from '../lib/proposal/branch.ts';
import { findPull, type HeadBranch, openPull, type ProposedPull } from '../lib/proposal/pull.ts';
import { treeWith } from '../lib/pull-request/tree-with.ts';
import type { CopyFacts } from './copy-facts.ts';
import { lookIn } from './publish-verdict.ts';
import { checkPullRequest } from './pull-request.ts';
import type { BotRun } from './run-bot.ts';
import { setLabels } from './set-labels.ts';
import { putComment } from './sticky-comment.ts';
import { commitMessage, contentOfCommit, contentOfFiles, syncBranch } from './sync-branch.ts';

/** What became of the pull request of a source. */
export interface Proposed {
  readonly status: Exclude<SyncStatus, 'observed' | 'refused' | 'failed'>;
  readonly pull?: Pick<ProposedPull, 'number' | 'url'>;
  readonly branch: string;
}

/** What all sources are proposed with. */
export interface Proposing {
  readonly run: BotRun;
  readonly copy: CopyFacts;
  readonly t: Translator;
  /** The branch that is proposed to, and the full hash of its commit that the clone has. */
  readonly main: string;
  readonly base: string;
}

/** Where the one branch of a source stands. */
interface Standing {
  readonly from: HeadBranch;
  readonly head: BranchHead | undefined;
  readonly pull: ProposedPull | undefined;
}

async function standingOf({ run: { host } }: Proposing, source: string): Promise<Standing> {
  const branch = syncBranch(source);
  const from = { owner: host.at.owner, branch, what: `source ${source}` };
  const head = await asking(`reading the branch ${branch}`, () => headOf(host, branch));
  return { from, head, pull: await findPull(host, from) };
}

/** True where somebody else has worked on the branch, and it has not been merged with that. */
function isTouched({ run: { host } }: Proposing, { head, pull }: Standing): boolean {
  if (head === undefined || head.author === host.botLogin) return false;
  return !(pull?.isMerged === true && pull.head === head.sha);
}

/**
 * Proposes what is new at a source: one branch, one commit on the main branch, one pull request, made or brought up to date. What is there
 * already is not written again; what a person declined comes back only when it is something else; what a person has added stays.
 */
export async function proposeSource(proposing: Proposing, news: SyncNews, files: ProposedFiles): Promise<Proposed> {
  const { run, main, base, t } = proposing;
  const standing = await standingOf(proposing, news.source);
  const { pull, from, head } = standing;
  const { branch } = from;
  if (isTouched(proposing, standing)) return await leaveAlone(proposing, news.source, standing);
  const content = contentOfFiles(run.clone, base, files);
  if (pull?.isOpen === false && !pull.isMerged && readSyncMarker(pull.body) === content)
    return { status: 'declined', pull, branch };
  const texts = { base: main, title: syncTitle(news), body: syncBody(news, content, t), draft: news.braked };
  const isThere = pull?.isOpen === true && head !== undefined && contentOfCommit(head.message) === content;
  if (!isThere) await writeBranch(proposing, { branch, head, files, message: commitMessage(texts.title, content) });
  const open = pull?.isOpen === true ? pull : undefined;
  const isTold = open !== undefined && readSyncMarker(open.body) === content;
  const { number, url } = open ?? (await openPull(run.host, from, texts));
  if (open !== undefined && !isTold) await tell(proposing, number, texts);
  const changes = syncLabels(news, open?.labels ?? []);
  await setLabels(run.host, { issue: number, ...changes, lookOf: lookIn(proposing.copy) });
  if (isThere && isTold) return { status: 'kept', pull: { number, url }, branch };
  // What a workflow’s token opens or pushes starts no other workflow.
  await checkPullRequest(run, number);
  return { status: open === undefined ? 'opened' : 'updated', pull: { number, url }, branch };
}

interface BranchWork {
  readonly branch: string;
  readonly head: BranchHead | undefined;
  readonly files: ProposedFiles;
  readonly message: string;
}

async function writeBranch({ run, base }: Proposing, { branch, head, files, message }: BranchWork): Promise<void> {
  await asking(`writing the branch ${branch}`, async () => {
    const tree = treeWith(run.clone, base, files);
    const sha = await makeCommit(run.host, { base, files, message, tree });
    await setBranch(run.host, branch, sha, head !== undefined);
  });
}

async function tell(
  { run: { host } }: Proposing,
  number: number,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  await asking(`bringing ${number} up to date`, () =>
    host.octokit.rest.pulls.update({ ...host.at, pull_number: number, title, body }),
  );
}

async function leaveAlone(
  { run: { host }, t }: Proposing,
  source: string,
  { pull, from: { branch } }: Standing,
): Promise<Proposed> {
  if (pull?.isOpen !== true) return { status: 'touched', branch };
  await putComment(host, { issue: pull.number, ...syncWord('touched', source, t) });
  return { status: 'touched', branch, pull };
}

/**
 * Closes the pull request of a source that has nothing to take any more, with a word why, and removes its branch. One on which somebody else
 * has worked stays.
 */
export async function closeEmpty(proposing: Proposing, source: string, why: 'empty' | 'observed'): Promise<Proposed> {
  const { run, t } = proposing;
  const standing = await standingOf(proposing, source);
  const { pull, from, head } = standing;
  const { branch } = from;
  if (pull?.isOpen !== true) return { status: 'unchanged', branch };
  if (isTouched(proposing, standing)) return await leaveAlone(proposing, source, standing);
  const { octokit, at } = run.host;
  // The word comes before the deed; a run that breaks off in between finds its word again.
  await putComment(run.host, { issue: pull.number, ...syncWord(why, source, t) });
  await asking(`closing ${pull.number}`, async () => {
    const body = withoutSyncMarker(pull.body);
    await octokit.rest.pulls.update({ ...at, pull_number: pull.number, state: 'closed', body });
    // Somebody else may have been quicker.
    if (head !== undefined) await octokit.rest.git.deleteRef({ ...at, ref: `heads/${branch}` }).catch(unless(422));
  });
  return { status: 'closed', branch, pull };
}
