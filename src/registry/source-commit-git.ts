import { execFileSync } from 'node:child_process';

export interface SourceCommit {
  /** The commit's hash; empty where there is none. */
  readonly commit: string;
  /** Its day, `2026-11-23`. */
  readonly date: string;
}

/**
 * Which commit is built, from git; SOURCE_COMMIT and SOURCE_DATE (a day) name it where there is no git. Never the clock: two builds of one
 * commit are the same.
 */
export function sourceCommit(): SourceCommit {
  return {
    commit: process.env['SOURCE_COMMIT'] ?? git(process.cwd(), 'log', '-1', '--format=%H') ?? '',
    date: process.env['SOURCE_DATE'] ?? git(process.cwd(), 'log', '-1', '--format=%cs') ?? '1970-01-01',
  };
}

/**
 * How many commits lead to the one that is built, along first parents; SOURCE_SEQUENCE tells it where there is no git. `undefined` where
 * nobody knows: a shallow clone would count what it has, and other copies would take the smaller number for an older state.
 */
export function sourceSequence(folder = process.cwd()): number | undefined {
  const told = process.env['SOURCE_SEQUENCE'];
  if (told !== undefined && !/^\d{1,9}$/.test(told))
    throw new Error(`SOURCE_SEQUENCE is “${told}”: expected a whole number. Correct it, or leave it out.`);
  if (told !== undefined) return Number(told);
  if (git(folder, 'rev-parse', '--is-shallow-repository') !== 'false') return undefined;
  const count = git(folder, 'rev-list', '--count', '--first-parent', 'HEAD');
  return count === undefined ? undefined : Number(count);
}

function git(folder: string, ...command: readonly string[]): string | undefined {
  try {
    return (
      execFileSync('git', command, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, TZ: 'UTC' },
      }).trim() || undefined
    );
  } catch {
    // No git, or no commit yet: the caller has a default.
    return undefined;
  }
}
