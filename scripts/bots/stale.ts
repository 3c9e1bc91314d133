import { LABELS } from '../../src/github/labels.ts';
import { staleComment, staleDecision } from '../../src/github/stale.ts';
import { asking } from '../lib/host-failure.ts';
import { REPEAT_NOT } from '../lib/octokit.ts';
import { type CopyFacts, readCopyFacts } from './copy-facts.ts';
import { MOST_ITEMS, type ReadItem, readOpenItems } from './open-items.ts';
import { lookIn } from './publish-verdict.ts';
import type { BotRun } from './run-bot.ts';
import { setLabels } from './set-labels.ts';

/**
 * Reminds authors of what waits for them, and closes what nobody came back to, in the times of the policy. The word comes before the deed: a run
 * that breaks off in between reminds nobody twice.
 */
export async function tendStale(run: BotRun): Promise<void> {
  const copy = readCopyFacts(run);
  const items = await readOpenItems(run.host);
  const now = run.now().toISOString();
  for (const item of items) {
    const action = staleDecision(item, copy.policy, now);
    if (action === 'none') continue;
    run.print(`${item.number}: ${action}.`);
    if (action === 'wake') await label(run, copy, item, 'remove');
    else await tell(run, copy, item, action);
  }
  if (items.length === MOST_ITEMS) run.print(`Only the ${MOST_ITEMS} longest untouched were looked at.`);
}

async function tell(run: BotRun, copy: CopyFacts, item: ReadItem, action: 'remind' | 'close'): Promise<void> {
  const { octokit, at } = run.host;
  const { number } = item;
  const body = staleComment(action, item, copy.policy, copy.translator(copy.languageOf(item)));
  await asking(`reminding the author of ${number}`, () =>
    octokit.rest.issues.createComment({ ...at, ...REPEAT_NOT, issue_number: number, body }),
  );
  await label(run, copy, item, 'add');
  if (action === 'close')
    await asking(`closing ${number}`, () =>
      octokit.rest.issues.update({ ...at, issue_number: number, state: 'closed' }),
    );
}

async function label(
  { host }: BotRun,
  copy: CopyFacts,
  { number, labels }: ReadItem,
  how: 'add' | 'remove',
): Promise<void> {
  if (how === 'add' && labels.includes(LABELS.stale)) return;
  await setLabels(host, { issue: number, add: [], remove: [], [how]: [LABELS.stale], lookOf: lookIn(copy) });
}
