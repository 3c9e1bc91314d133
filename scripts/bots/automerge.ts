import { isSame } from '../../src/github/reviewers.ts';
import { asking, reasonOf, statusOf } from '../lib/host-failure.ts';
import { REPEAT_NOT } from '../lib/octokit.ts';
import { checkSettled } from './check-settled.ts';
import { type CopyFacts, readCopyFacts } from './copy-facts.ts';
import { decideAutomerge } from './decide-automerge.ts';
import { getPull } from './pull.ts';
import type { BotRun } from './run-bot.ts';

/**
 * Merges what the policy lets in without a person; with the policy as it is shipped, nothing. Each pull request is checked anew against the main
 * branch as it stands now, and only the very commit that was checked is merged.
 */
export async function automerge(run: BotRun): Promise<void> {
  const { host, print } = run;
  const copy = readCopyFacts(run);
  if (!copy.policy.automerge.enabled) return print('.github/policy.yml switches merging without a person off.');
  const open = await asking('listing the open pull requests', () =>
    host.octokit.paginate(host.octokit.rest.pulls.list, { ...host.at, state: 'open', per_page: 100 }),
  );
  const maintainers = Object.values(copy.registry.reviewers.maintainers ?? {}).flat();
  for (const { number, user } of open) {
    if (!maintainers.some((account) => isSame(account, user?.login ?? ''))) continue;
    await mergeOrSay(run, copy, number);
  }
}

async function mergeOrSay(run: BotRun, copy: CopyFacts, number: number): Promise<void> {
  const settled = await checkSettled(run, await getPull(run, number));
  if (settled === undefined) return run.print(`${number}: its head keeps moving.`);
  const decision = await decideAutomerge(run, copy, settled.pull, settled.checked.report);
  if (!decision.merge)
    return run.print(
      `${number}: ${decision.reason}${decision.until === undefined ? '' : `, until ${decision.until}`}.`,
    );
  await merge(run, number, decision.sha);
}

async function merge({ host, print }: BotRun, number: number, sha: string): Promise<void> {
  try {
    // The host refuses where the head has moved on meanwhile.
    await host.octokit.rest.pulls.merge({
      ...host.at,
      ...REPEAT_NOT,
      pull_number: number,
      sha,
      merge_method: 'squash',
    });
    print(`${number}: merged at ${sha}.`);
  } catch (error) {
    const status = statusOf(error);
    if (status === 405 || status === 409) return print(`${number}: not merged. ${reasonOf(error)}`);
    // It may have been done: the next run sees it.
    await asking(`merging ${number}`, () => Promise.reject(error));
  }
}
