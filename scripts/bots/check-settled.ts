import { type Checked, checkRevisions } from '../lib/pull-request/check-revisions.ts';
import { fetchPull } from '../lib/pull-request/fetch-pull.ts';
import { getPull, type Pull } from './pull.ts';
import type { BotRun } from './run-bot.ts';

/** A head that keeps moving is checked by the runs of its later pushes. */
const ATTEMPTS = 3;

/** Checks until the head is still the same afterwards: an old verdict is never published. */
export async function checkSettled(run: BotRun, first: Pull): Promise<{ pull: Pull; checked: Checked } | undefined> {
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
