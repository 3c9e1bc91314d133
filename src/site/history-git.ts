import { execFileSync } from 'node:child_process';

/** The days on which a file was first committed and last changed. */
export interface FileDates {
  readonly added: string;
  readonly changed: string;
}

/**
 * When each file below the registry folder came and last changed, from git; empty where there is no git. Paths are inside the registry
 * folder. Never the clock, so that two builds of one commit are the same.
 */
export function fileDates(root: string): ReadonlyMap<string, FileDates> {
  const dates = new Map<string, FileDates>();
  let day = '';
  // Newest first: the first mention of a file is its last change, the last mention the day it came.
  for (const line of log(root).split('\n')) {
    if (line.startsWith('@')) day = line.slice(1);
    else if (line !== '') dates.set(line, { added: day, changed: dates.get(line)?.changed ?? day });
  }
  return dates;
}

function log(root: string): string {
  const args = [
    '-c',
    'core.quotePath=false',
    'log',
    '--format=@%cs',
    '--name-only',
    '--no-renames',
    '--relative',
    '--',
    '.',
  ];
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, TZ: 'UTC' },
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    // No git here: records then stand at the day that the build is told.
    return '';
  }
}
