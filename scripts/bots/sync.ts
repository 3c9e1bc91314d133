import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveCommit } from '../../src/git/objects-git.ts';
import { gitIn } from '../../src/git/run-git.ts';
import { type SyncNews, type SyncTold, syncSummary } from '../../src/github/sync-news.ts';
import type { Translator } from '../../src/i18n/t.ts';
import { visible } from '../lib/excerpt.ts';
import { asking, HostFailure, OthersFailure, reasonOf } from '../lib/host-failure.ts';
import type { RegistryFolder } from '../lib/registry-folder.ts';
import { ownRegistry } from '../lib/sync/own-registry.ts';
import { type SourceOutcome, syncRegistry } from '../lib/sync/sync-registry.ts';
import type { SyncSourceOptions } from '../lib/sync/sync-source.ts';
import { readCopyFacts } from './copy-facts.ts';
import { closeEmpty, type Proposed, type Proposing, proposeSource } from './propose-source.ts';
import type { BotRun } from './run-bot.ts';

type Source = ReturnType<typeof ownRegistry>['sources'][number];

/**
 * Looks at every source that the registry takes records from, and proposes what is new: one branch and one pull request for each, and none where
 * nothing is new. Nothing is written into the clone. One source that fails does not stop the others; at the end the run fails with the reasons.
 */
export async function proposeNews(run: BotRun, options: SyncSourceOptions = {}): Promise<void> {
  const folder: RegistryFolder = { root: join(run.clone, 'registry'), shown: 'registry', isDefault: false };
  const { sources } = ownRegistry(folder);
  if (sources.length === 0) return run.print('federation.yaml names no source: nothing to do.');
  const copy = readCopyFacts(run);
  const proposing: Proposing = {
    ...{ run, copy, t: copy.translator(copy.mainLanguage) },
    main: await mainBranch(run),
    base: resolveCommit(gitIn(run.clone), 'HEAD'),
  };
  const told: SyncTold[] = [];
  for (const source of sources) told.push(await tended(proposing, folder, source, options));
  report(run, told, proposing.t);
  const ours = told.filter(({ status }) => status === 'failed');
  const reasons = (some: readonly SyncTold[]) => some.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
  if (ours.length > 0) throw new HostFailure(`Sources that could not be tended: ${reasons(ours)}`);
  const theirs = told.filter(({ status }) => status === 'refused');
  if (theirs.length > 0)
    throw new OthersFailure(`Other copies failed, not our service. What was taken before stays. ${reasons(theirs)}`);
}

async function mainBranch({ host }: BotRun): Promise<string> {
  return asking('reading the repository', async () => (await host.octokit.rest.repos.get(host.at)).data.default_branch);
}

/** What fails with a source ends with it. */
async function tended(
  proposing: Proposing,
  folder: RegistryFolder,
  source: Source,
  options: SyncSourceOptions,
): Promise<SyncTold> {
  try {
    return { source: source.id, ...(await tend(proposing, folder, source, options)) };
  } catch (error) {
    return { source: source.id, status: 'failed', reason: reasonOf(error) };
  }
}

async function tend(
  proposing: Proposing,
  folder: RegistryFolder,
  { id, zones, trust }: Source,
  options: SyncSourceOptions,
): Promise<Omit<SyncTold, 'source'>> {
  const day = proposing.run.now().toISOString().slice(0, 10);
  // What the brake holds back is proposed, too: as a draft, for a person to look at.
  const { sources, drafts } = await syncRegistry(folder, {
    ...{ ...options, only: id, dryRun: true, accept: true, day },
    // A lock that somebody else’s pull request brought in is not taken at its word.
    afresh: true,
  });
  const [outcome] = sources;
  if (outcome === undefined || outcome.status === 'refused') return refused(outcome);
  const { report, braked = false } = outcome;
  if (outcome.status === 'observed')
    return { ...observed(await closeEmpty(proposing, id, 'observed')), ...(report ? { report } : {}) };
  if (report === undefined || drafts.size === 0)
    return { ...(await closeEmpty(proposing, id, 'empty')), orphaned: outcome.orphaned };
  const news: SyncNews = { source: id, zones: [...zones], trust, braked, report };
  const files = new Map([...drafts].map(([file, text]) => [`registry/${file}`, text]));
  return { ...(await proposeSource(proposing, news, files)), report };
}

/** A lock that cannot be read, or a fault of this program, is nobody else’s. */
function refused(outcome: SourceOutcome | undefined): Omit<SyncTold, 'source'> {
  const { reason = 'program', message = '', issues = [] } = outcome ?? {};
  const [first] = issues;
  const found = first === undefined ? '' : ` ${first.file}:${first.line} [${first.rule}]`;
  const isOurs = reason === 'program' || reason === 'lock';
  // What the other copy says may hold lines of its own, which a workflow would take for orders.
  return { status: isOurs ? 'failed' : 'refused', reason: visible(`${reason}. ${message}${found}`) };
}

function observed({ status, ...rest }: Proposed): Omit<SyncTold, 'source'> {
  return { ...rest, status: status === 'unchanged' ? 'observed' : status };
}

/** On the page of the run, or where it was started. */
function report(run: BotRun, told: readonly SyncTold[], t: Translator): void {
  const summary = run.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, syncSummary(told, t));
  for (const { source, status, pull, reason } of told)
    run.print(`${source}: ${[status, pull?.url, reason].filter(Boolean).join(' ')}`);
}
