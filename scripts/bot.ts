import { checkPullRequest } from './bots/pull-request.ts';
import { type BotRun, runBot } from './bots/run-bot.ts';
import { EXIT } from './lib/exit-code.ts';
import { issueNumber } from './lib/github-environment.ts';
import { PROJECT } from './lib/registry-folder.ts';

/** The bots, each an npm script as `npm run bot:pull-request`. What they act on is named by the environment, which a workflow sets. */
const BOTS: Readonly<Record<string, (run: BotRun) => Promise<void>>> = {
  'pull-request': (run) => checkPullRequest(run, issueNumber(run.env['PULL_REQUEST'], 'PULL_REQUEST')),
};

const [name = ''] = process.argv.slice(2);
const bot = Object.hasOwn(BOTS, name) ? BOTS[name] : undefined;
if (bot === undefined) {
  console.error(`Which bot? ${Object.keys(BOTS).join(', ')}.`);
  process.exitCode = EXIT.wrongUse;
} else process.exitCode = await runBot({ env: process.env, clone: PROJECT }, bot);
