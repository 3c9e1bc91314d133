import { spawn } from 'node:child_process';
import { treeMemory } from './process-tree.ts';

export interface ProcessRun {
  /** What the process wrote to its standard output; its standard error goes to ours. */
  readonly output: string;
  readonly seconds: number;
  /** The most memory that the process and those below it held at one time; `undefined` where the system does not tell. */
  readonly peakBytes: number | undefined;
}

const SAMPLE_MS = 100;

/** Runs a program of this project in a fresh Node, the same as runs here. Throws where it fails. */
export async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessRun> {
  const begin = process.hrtime.bigint();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  let peakBytes: number | undefined;
  const sampler = setInterval(() => {
    const now = pid === undefined ? undefined : treeMemory(pid);
    if (now !== undefined) peakBytes = Math.max(peakBytes ?? 0, now);
  }, SAMPLE_MS);
  try {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
    return { output, seconds: Number(process.hrtime.bigint() - begin) / 1e9, peakBytes };
  } finally {
    clearInterval(sampler);
  }
}
