import { spawnSync } from 'node:child_process';

/** Git did not tell what was asked: it is absent, failed, took too long or said too much. No contribution is at fault. */
export class GitError extends Error {
  override readonly name: string = 'GitError';
}

/** There is no git on this machine. */
export class NoGitError extends GitError {
  override readonly name = 'NoGitError';
}

export interface GitRequest {
  readonly input?: string | Uint8Array;
  /** The most that git may answer; more is a {@link GitError}. */
  readonly maxBytes?: number;
  /** Added to git's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are an answer, too, as 1 of `merge-base`: then the answer is what git printed. */
  readonly accepts?: readonly number[];
  /** Milliseconds after which git is stopped; 120,000 where none are given. */
  readonly timeout?: number;
}

/** Runs git in one repository and yields what it printed. Throws a {@link GitError}. */
export type Git = (args: readonly string[], request?: GitRequest) => Buffer;

const TIMEOUT_MS = 120_000;
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/**
 * Nothing that a repository or its tree names is run: no hook, pager, monitor or helper, no fetch, and no object stands in for another.
 * A repository's own configuration belongs to who runs us; a contribution cannot write it.
 */
const SAFELY = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.attributesFile=/dev/null',
    'core.quotePath=false',
    'log.showRoot=true',
    'protocol.allow=never',
    'submodule.recurse=false',
    'gc.auto=0',
    'maintenance.auto=false',
  ].flatMap((setting) => ['-c', setting]),
];

/** What tells git where another repository, its index or a helper is: git says so to hooks, and they to us. */
const LED_ASTRAY = /^GIT_(?!CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$|CEILING_DIRECTORIES$)/;

/** Git in the repository that has the folder. */
export function gitIn(folder: string): Git {
  return (args, { input, maxBytes = MAX_ANSWER_BYTES, env = {}, accepts = [], timeout = TIMEOUT_MS } = {}) => {
    const { status, signal, stdout, stderr, error } = spawnSync('git', [...SAFELY, ...args], {
      cwd: folder,
      env: { ...inherited(), ...env },
      maxBuffer: maxBytes,
      timeout,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    });
    if (error !== undefined) throw failureOf(args, error, timeout);
    if (status === 0 || (status !== null && accepts.includes(status))) return stdout;
    const [said = ''] = stderr.toString('utf8').trim().split('\n');
    throw new GitError(`git ${args[0]} failed${signal === null ? '' : ` (${signal})`}: ${said}`);
  };
}

function inherited(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !LED_ASTRAY.test(name))),
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

function failureOf([command]: readonly string[], error: NodeJS.ErrnoException, timeout: number): GitError {
  const cause = { cause: error };
  if (error.code === 'ENOENT') return new NoGitError('git is not installed here, or the folder is gone.', cause);
  if (error.code === 'ETIMEDOUT') return new GitError(`git ${command} took more than ${timeout / 1000} s.`, cause);
  if (error.code === 'ENOBUFS') return new GitError(`git ${command} answered more than could be taken.`, cause);
  return new GitError(`git ${command} could not be run (${error.code}).`, cause);
}
