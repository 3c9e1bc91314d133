import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAtLeast } from '../../src/rules/index.ts';

/** What one phase took, measured by its own process. */
export interface SyncPhase {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Files written. */
  readonly written: number;
  /** What became of the source. */
  readonly status: string;
}

export const SYNC_PROGRAM = fileURLToPath(import.meta.url);

/** `sync-phases.ts copy <registry folder> <new folder>`, `sync-phases.ts sync <registry folder> <127.0.0.1:port>`. */
const PHASES: Readonly<Record<string, (from: string, to: string) => Promise<Pick<SyncPhase, 'written' | 'status'>>>> = {
  copy,
  sync,
};

/** The yardstick: the same records are copied, loaded and validated. */
async function copy(from: string, to: string): Promise<{ written: number; status: string }> {
  const { findingsOf, loadRegistry, locateIn } = await import('../../src/registry/load-fs.ts');
  cpSync(from, to, { recursive: true });
  const loaded = loadRegistry(to);
  locateIn(
    loaded,
    findingsOf(loaded).filter(({ rule }) => isAtLeast(rule, 'warning')),
  );
  return { written: loaded.registry.records.length, status: 'copied' };
}

async function sync(root: string, host: string): Promise<{ written: number; status: string }> {
  const { syncRegistry } = await import('../lib/sync/sync-registry.ts');
  const { ownRegistry } = await import('../lib/sync/own-registry.ts');
  const folder = { root, shown: 'registry', isDefault: false };
  const loopbackForTests = new Map(ownRegistry(folder).sources.map(({ id }) => [id, host]));
  const { sources, drafts } = await syncRegistry(folder, { loopbackForTests });
  return {
    written: drafts.size,
    status: sources.map(({ status, reason = '' }) => `${status} ${reason}`.trim()).join(),
  };
}

async function main(): Promise<void> {
  const [name = '', from = '', to = ''] = process.argv.slice(2);
  const phase = PHASES[name];
  if (phase === undefined) throw new Error(`no phase ${name}`);
  const begin = process.hrtime.bigint();
  const done = await phase(from, to);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ ...done, seconds, cpuSeconds: (user + system) / 1e6, peakBytes } satisfies SyncPhase));
}

if (process.argv[1] === SYNC_PROGRAM) await main();
