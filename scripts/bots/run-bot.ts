import { EXIT } from '../lib/exit-code.ts';
import { type GitHubEnvironment, readGitHubEnvironment } from '../lib/github-environment.ts';
import { failureText, OthersFailure } from '../lib/host-failure.ts';
import { createHost, type Host, type Patience } from '../lib/octokit.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a bot is run with; tests give other values than the machine's. */
export interface BotOptions {
  readonly env: Environment;
  readonly patience?: Partial<Patience>;
  readonly now?: () => Date;
  /** The clone to work in, where the trusted version of the program and the registry are. */
  readonly clone: string;
  readonly print?: (text: string) => void;
}

/** What every bot begins with. */
export interface BotRun {
  readonly host: Host;
  readonly environment: GitHubEnvironment;
  readonly clone: string;
  readonly env: Environment;
  readonly now: () => Date;
  readonly print: (text: string) => void;
}

/**
 * Runs a bot to its end. Whatever goes wrong in it is a failure of ours: it is told, and the exit code is 2. What is wrong with a contribution
 * is no failure, and the bot has told it where its author reads it; what others are to mend has the exit code 1.
 */
export async function runBot(options: BotOptions, bot: (run: BotRun) => Promise<void>): Promise<number> {
  const { env, patience, now = () => new Date(), clone, print = console.log } = options;
  try {
    const environment = readGitHubEnvironment(env);
    await bot({ host: createHost(environment, patience), environment, clone, env, now, print });
    return EXIT.fine;
  } catch (error) {
    console.error(failureText(error));
    return error instanceof OthersFailure ? EXIT.findings : EXIT.wrongUse;
  }
}
