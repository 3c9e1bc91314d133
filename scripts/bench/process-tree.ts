import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/**
 * Resident memory of a process and everything below it, in bytes; pages that they share count once for each. `undefined` where the system
 * has no `/proc` (format: proc_pid_status(5)).
 */
export function treeMemory(root: number): number | undefined {
  const processes = allProcesses();
  if (processes === undefined) return undefined;
  const members = new Set([root]);
  // A child's number may be smaller than its parent's, so one pass is not enough.
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const { pid, parent } of processes) if (members.has(parent)) members.add(pid);
  }
  return processes.filter(({ pid }) => members.has(pid)).reduce((sum, { residentBytes }) => sum + residentBytes, 0);
}

function allProcesses(): Process[] | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return undefined;
  }
  const pids = names.filter((name) => /^\d+$/.test(name));
  return pids.length === 0 ? undefined : pids.flatMap((pid) => processOf(Number(pid)) ?? []);
}

function processOf(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid, parent: field('PPid'), residentBytes: field('VmRSS') * 1024 };
  } catch {
    // Ended since the folder was listed.
    return undefined;
  }
}
