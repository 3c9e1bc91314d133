import { rmSync } from 'node:fs';
import { cachePath } from '../../src/registry/cache-fs.ts';
import { PROJECT } from '../lib/registry-folder.ts';
import { PHASES_PROGRAM, type PhaseRun } from './phases.ts';
import { runNode } from './run-process.ts';

/** Runs of one step, each in a process of its own. */
export interface Step {
  readonly name: string;
  readonly runs: readonly PhaseRun[];
}

const ROUNDS = 3;

/**
 * Bare parsing, validation without the cache and validation with it, in turn, so that whatever else the machine does meets all three.
 * @param root the registry folder, absolute
 */
export async function measureValidation(root: string, progress: (text: string) => void): Promise<Step[]> {
  const [parse, cold, cached]: [PhaseRun[], PhaseRun[], PhaseRun[]] = [[], [], []];
  const run = async (phase: string): Promise<PhaseRun> =>
    JSON.parse((await runNode([PHASES_PROGRAM, phase, root])).output) as PhaseRun;
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`parsing and validation, round ${round} of ${ROUNDS}`);
    parse.push(await run('parse'));
    dropCache(root);
    cold.push(await run('validate'));
    // The run before has written the cache.
    cached.push(await run('validate'));
  }
  dropCache(root);
  return [
    { name: 'bare yaml parse()', runs: parse },
    { name: 'load + validate, no cache', runs: cold },
    { name: 'load + validate, cached', runs: cached },
  ];
}

function dropCache(root: string): void {
  const path = cachePath(PROJECT, root);
  if (path !== undefined) rmSync(path, { force: true });
}
