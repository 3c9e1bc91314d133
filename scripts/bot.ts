import { automerge } from './bots/automerge.ts';
import { issueToPullRequest } from './bots/issue-to-pull-request.ts';
import { checkPullRequest } from './bots/pull-request.ts';
import { tellQueue } from './bots/queue.ts';
import { type BotRun, runBot } from './bots/run-bot.ts';
import { tendStale } from './bots/stale.ts';
import { proposeNews } from './bots/sync.ts';
import { EXIT } from './lib/exit-code.ts';
import { issueNumber } from './lib/github-environment.ts';
import { PROJECT } from './lib/registry-folder.ts';

/**
 * The bots, each an npm script as `npm run bot:pull-request`. What they act on is named by the environment, which a workflow sets; BOT_CLONE
 * names another clone than this one, to try them on the host of `npm run dev:github`.
 */
const BOTS: Readonly<Record<string, (run: BotRun) => Promise<void>>> = {
  automerge,
  'issue-to-pull-request': (run) => issueToPullRequest(run, issueNumber(run.env['ISSUE'], 'ISSUE')),
  'pull-request': (run) => checkPullRequest(run, issueNumber(run.env['PULL_REQUEST'], 'PULL_REQUEST')),
  queue: tellQueue,
  stale: tendStale,
  sync: (run) => proposeNews(run),
};

const [name = ''] = process.argv.slice(2);
const bot = Object.hasOwn(BOTS, name) ? BOTS[name] : undefined;
if (bot === undefined) {
  console.error(`Which bot? ${Object.keys(BOTS).join(', ')}.`);
  process.exitCode = EXIT.wrongUse;
} else process.exitCode = await runBot({ env: process.env, clone: process.env['BOT_CLONE'] || PROJECT }, bot);
