import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { PROJECT } from './registry-folder.ts';

/**
 * Runs a program of this project's packages to its end, with what it says going where ours goes. The packages come first on the path, and
 * with them the Node that they bring.
 * @returns whether it succeeded
 */
export function runCommand(command: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: [join(PROJECT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter) },
  });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  return status === 0;
}
