import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drafts } from '../../../src/registry/load-fs.ts';
import { writeRecords } from '../write-records.ts';

/** Below the registry folder; a folder with a dot is no part of a registry. */
const FOLDER = '.writing';
const JOURNAL = join(FOLDER, 'journal.json');

/**
 * Writes records and locks so that whoever stops the program leaves all of the old state or, once {@link finishWriting} has run, all of the new
 * one. What is to be written is first written down in one file; from the moment that it is there, the writing can be finished by anybody.
 */
export function writeAtOnce(root: string, drafts: Drafts): void {
  mkdirSync(join(root, FOLDER), { recursive: true });
  const inOrder = locksLast(drafts);
  const files = [...inOrder].map(([file, text]) => [file, text ?? null]);
  writeFileSync(join(root, `${JOURNAL}.new`), JSON.stringify(files), { flush: true });
  renameSync(join(root, `${JOURNAL}.new`), join(root, JOURNAL));
  try {
    writeRecords(root, inOrder);
  } finally {
    // Where the system refused a file, all are put back: the writing is over in that case, too.
    rmSync(join(root, FOLDER), { recursive: true, force: true });
  }
}

/** Whether a writing was stopped. */
export function isUnfinished(root: string): boolean {
  return existsSync(join(root, FOLDER));
}

/**
 * Finishes a writing that was stopped, or removes what it left before it had begun.
 * @param isOurs whether a file may be written so: a journal that is not ours could name any
 * @returns whether there was anything to finish
 */
export function finishWriting(root: string, isOurs: (file: string) => boolean): boolean {
  if (!isUnfinished(root)) return false;
  const drafts = existsSync(join(root, JOURNAL)) ? readJournal(root) : new Map<string, string>();
  for (const file of drafts.keys()) if (!isOurs(file)) drafts.delete(file);
  writeRecords(root, drafts);
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  return drafts.size > 0;
}

/** Who looks at a state that is half written, and has no journal any more, then takes the rest again. */
function locksLast(drafts: Drafts): Drafts {
  const isLock = (file: string) => (file.startsWith('federation.lock/') ? 1 : 0);
  return new Map([...drafts].toSorted(([a], [b]) => isLock(a) - isLock(b)));
}

function readJournal(root: string): Map<string, string | undefined> {
  const files = JSON.parse(readFileSync(join(root, JOURNAL), 'utf8')) as readonly (readonly [string, string | null])[];
  return new Map(files.map(([file, content]) => [file, content ?? undefined]));
}
