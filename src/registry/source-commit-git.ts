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
    commit: process.env['SOURCE_COMMIT'] ?? git('%H') ?? '',
    date: process.env['SOURCE_DATE'] ?? git('%cs') ?? '1970-01-01',
  };
}

function git(format: string): string | undefined {
  try {
    return (
      execFileSync('git', ['log', '-1', `--format=${format}`], {
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
