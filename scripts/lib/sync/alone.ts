import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

/** Below the registry folder; a file with a dot is no part of a registry. */
const FILE = '.syncing';
/** No synchronization takes so long; what another machine left behind counts no more then. */
const OLD_MS = 6 * 3_600_000;
/** Whoever made the file has written into it by then. */
const BLANK_MS = 10_000;

/**
 * Does work while nobody else synchronizes the same folder, or changes from whom: two that write at once would mix their states. What a process that is gone has left
 * behind holds up nobody. @throws {UsageError} where another one is at work
 */
export async function alone<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, FILE);
  const mark = `${process.pid} ${hostname()}\n`;
  if (!begun(path, mark)) {
    if (holderOf(path) === undefined || !isLeft(path) || !takenAway(path) || !begun(path, mark)) throw busy(path);
  }
  try {
    return await work();
  } finally {
    if (holderOf(path) === mark) rmSync(path, { force: true });
  }
}

/** Makes the file with all that stands in it, so that whoever is stopped leaves none that says nothing. */
function begun(path: string, mark: string): boolean {
  const whole = `${path}-${process.pid}`;
  try {
    writeFileSync(whole, mark);
    linkSync(whole, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some disks know no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    return madeHere(path, mark);
  } finally {
    rmSync(whole, { force: true });
  }
}

function madeHere(path: string, mark: string): boolean {
  try {
    writeFileSync(path, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has just been taken away.
    return undefined;
  }
}

/** Whether nobody is behind the file any more. */
function isLeft(path: string): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const [, pid, host] = /^(\d{1,10}) (.*)\n$/.exec(holderOf(path) ?? '') ?? [];
  if (pid === undefined) return age > BLANK_MS;
  return age > OLD_MS || (host === hostname() && !isRunning(Number(pid)));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user’s process may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes away what was left; where somebody was quicker and has begun, theirs is put back. */
function takenAway(path: string): boolean {
  const aside = `${path}-${process.pid}-left`;
  try {
    renameSync(path, aside);
  } catch {
    // Somebody was quicker.
    return false;
  }
  const isOld = isLeft(aside);
  if (isOld) rmSync(aside, { force: true });
  else renameSync(aside, path);
  return isOld;
}

function busy(path: string): UsageError {
  const [who = ''] = (holderOf(path) ?? '').split('\n');
  return new UsageError(
    visible(
      `A synchronization of this folder, or a change of its zones, is at work (${who}). Nothing was changed. Run it again when that one is over; if there is none, remove ${path}.`,
    ),
  );
}
