import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one phase took, measured by its own process. */
export interface PhaseRun {
  readonly seconds: number;
  /** Processor time of all threads, user and system: drifts less than `seconds` on a busy machine. */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Files read. */
  readonly files: number;
  /** Findings of the rules; none are looked for by bare parsing. */
  readonly findings: number;
}

/** The phases that a process of their own measures: `phases.ts <phase> <registry folder>`. */
const PHASES: Readonly<Record<string, (root: string) => Promise<Pick<PhaseRun, 'files' | 'findings'>>>> = {
  parse: bareParse,
  validate,
};

export const PHASES_PROGRAM = fileURLToPath(import.meta.url);

/** The yardstick: every YAML file read and given to `yaml`'s `parse()`, and nothing else. */
async function bareParse(root: string): Promise<{ files: number; findings: number }> {
  const { parse } = await import('yaml');
  const kept: unknown[] = [];
  // The values are kept, as every use of them would.
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.yaml')) kept.push(parse(readFileSync(join(root, file), 'utf8')));
  return { files: kept.length, findings: 0 };
}

/** What `npm run registry -- validate` does: load, through the cache, ask every rule, and find the places of what it shows. */
async function validate(root: string): Promise<{ files: number; findings: number }> {
  const { findingsOf, loadRegistry, locateIn } = await import('../../src/registry/load-fs.ts');
  const { isAtLeast } = await import('../../src/rules/index.ts');
  const { PROJECT } = await import('../lib/registry-folder.ts');
  const loaded = loadRegistry(root, { project: PROJECT });
  const grave = findingsOf(loaded).filter(({ rule }) => isAtLeast(rule, 'warning'));
  return { files: loaded.registry.records.length, findings: locateIn(loaded, grave).length };
}

async function main(): Promise<void> {
  const [name = '', root = ''] = process.argv.slice(2);
  const phase = PHASES[name];
  if (phase === undefined) throw new Error(`no phase ${name}`);
  const begin = process.hrtime.bigint();
  const counts = await phase(root);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage();
  const run: PhaseRun = {
    ...counts,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  console.log(JSON.stringify(run));
}

if (process.argv[1] === PHASES_PROGRAM) await main();
