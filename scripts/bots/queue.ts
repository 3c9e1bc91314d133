import { appendFileSync } from 'node:fs';
import { queueMarkdown, queueReport } from '../../src/github/queue.ts';
import { readCopyFacts } from './copy-facts.ts';
import { readOpenItems } from './open-items.ts';
import type { BotRun } from './run-bot.ts';

/** Tells what waits, for whom and for how long: on the page of the run, or where it was started. */
export async function tellQueue(run: BotRun): Promise<void> {
  const copy = readCopyFacts(run);
  const t = copy.translator(copy.mainLanguage);
  const report = queueReport(await readOpenItems(run.host), copy.policy, run.now().toISOString());
  const text = queueMarkdown(report, t, copy.contextIn(copy.mainLanguage).repository);
  const summary = run.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, text);
  else run.print(text);
}
