import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitIn } from '../../src/git/run-git.ts';
import { answerOf, type IssueOutcome, isAnswer } from '../../src/github/issue/answer.ts';
import { type IssueForm, readFormAnswers, readIssueForm } from '../../src/github/issue/issue-form.ts';
import { type ProposedRecord, recordOfAnswers } from '../../src/github/issue/record-of-answers.ts';
import { mayWrite, whoLabelled } from '../../src/github/issue/who-labelled.ts';
import { LABELS } from '../../src/github/labels.ts';
import type { PullRequestReport } from '../../src/github/pull-request-report.ts';
import { asking, failureText, HostFailure } from '../lib/host-failure.ts';
import type { ProposedPull } from '../lib/proposal/pull.ts';
import { checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { fetchBranch } from '../lib/pull-request/fetch-pull.ts';
import { treeWith } from '../lib/pull-request/tree-with.ts';
import { permissionOf } from './conversation.ts';
import { type CopyFacts, readCopyFacts } from './copy-facts.ts';
import { type BranchContent, writeBranch } from './issue-branch.ts';
import { findIssuePull, openIssuePull } from './issue-pull.ts';
import { lookIn } from './publish-verdict.ts';
import { checkPullRequest } from './pull-request.ts';
import type { BotRun } from './run-bot.ts';
import { setLabels } from './set-labels.ts';
import { putComment } from './sticky-comment.ts';

type Issue = Awaited<ReturnType<typeof getIssue>>;

/**
 * Makes a pull request of the record in an issue, where somebody who may write to the repository has let it by a label; or says in the issue
 * what is missing. It writes one file, on a branch of its own, and runs nothing of what it reads.
 */
export async function issueToPullRequest(run: BotRun, number: number): Promise<void> {
  const issue = await getIssue(run, number);
  const allowed = await allowedSince(run, issue);
  if (allowed === undefined) return;
  const pull = await findIssuePull(run.host, number);
  if (pull?.closedAt !== undefined && !pull.isMerged && pull.closedAt >= allowed)
    return run.print(`${pull.url} was closed: who wants it again sets the label again.`);
  const copy = readCopyFacts(run);
  const forms = FORMS.map((name) => readIssueForm(name, readFileSync(join(run.clone, FOLDER, `${name}.yml`), 'utf8')));
  const { lang, outcome } = await answered(run, copy, issue, forms, pull);
  await putAnswer(run, copy, issue, lang, outcome);
  const state = outcome.state === 'opened' ? 'remove' : 'add';
  const changes = { add: [], remove: [], [state]: [LABELS.needsInformation] };
  if (outcome.state !== 'touched') await setLabels(run.host, { issue: number, ...changes, lookOf: lookIn(copy) });
  if (outcome.state !== 'opened') return;
  await setLabels(run.host, { issue: outcome.pull.number, add: [LABELS.fromIssue], remove: [], lookOf: lookIn(copy) });
  // What a workflow's token opens starts no other workflow.
  await checkPullRequest(run, outcome.pull.number);
}

const FOLDER = '.github/ISSUE_TEMPLATE';
/** Where two could be meant, the first is. */
const FORMS = ['add-project', 'add-record', 'suggest-project'] as const;

async function getIssue({ host }: BotRun, number: number) {
  return asking(`reading issue ${number}`, async () => {
    const { data } = await host.octokit.rest.issues.get({ ...host.at, issue_number: number });
    return data;
  });
}

/** The time at which somebody who may has set the label; the event that started this run is not asked. */
async function allowedSince({ host, print }: BotRun, issue: Issue): Promise<string | undefined> {
  const { octokit, at } = host;
  const { number } = issue;
  const names = issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
  const isPlain = issue.pull_request === undefined && issue.state === 'open';
  if (!isPlain || !names.some((name) => name.toLowerCase() === LABELS.makePullRequest)) {
    print(`Issue ${number} is not to become a pull request.`);
    return undefined;
  }
  return asking(`asking who set the label of ${number}`, async () => {
    const all = await octokit.paginate(octokit.rest.issues.listEvents, { ...at, issue_number: number, per_page: 100 });
    const events = all.map((each) => ({
      event: each.event,
      label: 'label' in each ? (each.label?.name ?? '') : '',
      actor: each.actor?.login ?? '',
      at: each.created_at,
    }));
    const by = whoLabelled(events, LABELS.makePullRequest);
    if (by === undefined || by.actor === '') throw new HostFailure('the host does not tell');
    if (mayWrite(await permissionOf(host, by.actor))) return by.at;
    print(`The label on ${number} was set by ${by.actor}, who may not write here: nothing is done.`);
    return undefined;
  });
}

interface Answered {
  readonly lang: string;
  readonly outcome: IssueOutcome;
}

async function answered(
  run: BotRun,
  copy: CopyFacts,
  issue: Issue,
  forms: readonly IssueForm[],
  pull: ProposedPull | undefined,
): Promise<Answered> {
  const read = readFormAnswers(issue.body ?? '', forms);
  const told = read?.answers['language'];
  const lang = copy.languageOf({ body: told === undefined ? (issue.body ?? '') : `Language: ${told}` });
  if (read === undefined) return { lang, outcome: { state: 'no-form' } };
  const record = recordOfAnswers(read, forms);
  if ('none' in record)
    return {
      lang,
      outcome: record.none === 'place' ? { state: 'place', found: record.found } : { state: 'suggestion' },
    };
  try {
    return { lang, outcome: await proposed(run, { issue, lang, record, pull }) };
  } catch (error) {
    await tellFailure(run, copy, { issue, lang, pull }, error);
    throw error;
  }
}

interface Proposal {
  readonly issue: Issue;
  readonly lang: string;
  readonly record: ProposedRecord;
  readonly pull: ProposedPull | undefined;
}

/** Checks the record as a pull request would be, and proposes it where no error is left. */
async function proposed(run: BotRun, { issue, lang, record, pull }: Proposal): Promise<IssueOutcome> {
  const { host, clone } = run;
  const main = await mainBranch(run);
  const base = fetchBranch(clone, main);
  const path = `registry/${record.file}`;
  const tree = treeWith(clone, base, new Map([[path, record.text]]));
  const today = run.now().toISOString().slice(0, 10);
  const workTree = { git: gitIn(clone), tree };
  const revisions = { repository: clone, base, head: base, workTree, folder: 'registry', isOurs: false, today };
  const { report } = checkRevisions(revisions);
  if (!report.passed) return { state: 'faulty', report, ...(pull?.isOpen === true ? { pull } : {}) };
  if (report.files.length === 0) return { state: 'unchanged' };
  const { user, number } = issue;
  const title = titleOf(report, record);
  const author = user === null ? undefined : { login: user.login, id: user.id };
  const content: BranchContent = { issue: number, base, tree, path, text: record.text, title, author };
  if (!(await writeBranch(host, content))) {
    if (pull !== undefined) return { state: 'touched', pull };
    throw new HostFailure(`the branch of issue ${number} was made by somebody else: rename or delete it`);
  }
  const texts = { base: main, title, body: bodyOf(number, author?.login, lang) };
  return { state: 'opened', pull: await openIssuePull(host, number, texts, pull) };
}

async function mainBranch({ host }: BotRun): Promise<string> {
  return asking('reading the repository', async () => (await host.octokit.rest.repos.get(host.at)).data.default_branch);
}

function titleOf({ records }: PullRequestReport, { id }: ProposedRecord): string {
  return `${records.some(({ action }) => action === 'add') ? 'Add' : 'Correct'} ${id}`;
}

function bodyOf(issue: number, login: string | undefined, lang: string): string {
  const by = login === undefined ? '' : ` by \`${login}\``;
  return `Made from #${issue}${by}. What is edited there arrives here, until somebody commits to this branch.\n\nCloses #${issue}\n\nLanguage: ${lang}\n`;
}

async function putAnswer(
  run: BotRun,
  copy: CopyFacts,
  { number }: Issue,
  lang: string,
  outcome: IssueOutcome,
): Promise<void> {
  await putComment(run.host, { issue: number, isMarked: isAnswer, body: answerOf(outcome, copy.contextIn(lang)) });
}

async function tellFailure(
  run: BotRun,
  copy: CopyFacts,
  { issue, lang, pull }: Omit<Proposal, 'record'>,
  error: unknown,
): Promise<void> {
  try {
    await putAnswer(run, copy, issue, lang, { state: 'failure', ...(pull?.isOpen === true ? { pull } : {}) });
  } catch (another) {
    console.error(failureText(new HostFailure('This could not be told in the issue', { cause: [error, another] })));
  }
}
