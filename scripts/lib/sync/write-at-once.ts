import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drafts } from '../../../src/registry/load-fs.ts';
import { besideOf, writeRecords } from '../write-records.ts';
import { assertAsSeen, type SeenFiles, type Standing, standingAt } from './seen-files.ts';

/** Below the registry folder; a folder with a dot is no part of a registry. */
const FOLDER = '.writing';
const JOURNAL = join(FOLDER, 'journal.json');
/** A file with its text as it will be and as it was; `null`: no file. */
type Entry = readonly [file: string, text: string | null, before: string | null];

/**
 * Writes records and locks so that whoever stops the program leaves all of the old state or, once {@link finishWriting} has run, all of the new
 * one. What is to be written is first written down in one file; from the moment that it is there, the writing can be finished by anybody.
 * @param seen What the drafts were made from. Each file is compared with it before anything is written, and again when its turn has come.
 * @throws {UsageError} where a file is another one since: nothing is written
 */
export function writeAtOnce(root: string, drafts: Drafts, { seen }: Pick<SeenFiles, 'seen'>): void {
  const inOrder = locksLast(drafts);
  const check = (file: string) => assertAsSeen(root, file, seen(file));
  for (const file of inOrder.keys()) check(file);
  mkdirSync(join(root, FOLDER), { recursive: true });
  const entries = [...inOrder].map(([file, text]): Entry => [file, text ?? null, seen(file) ?? null]);
  writeFileSync(join(root, `${JOURNAL}.new`), JSON.stringify(entries), { flush: true });
  renameSync(join(root, `${JOURNAL}.new`), join(root, JOURNAL));
  try {
    writeRecords(root, inOrder, check);
  } finally {
    // Where a file was refused, all are put back: the writing is over in that case, too.
    rmSync(join(root, FOLDER), { recursive: true, force: true });
  }
}

/** Whether a writing was stopped. */
export function isUnfinished(root: string): boolean {
  return existsSync(join(root, FOLDER));
}

/**
 * Finishes a writing that was stopped, or removes what it left before it had begun. What somebody has edited since stays as it is; and where
 * even a lock is another one since, as after `git pull`, the writing is one of a past state, and nothing of it is written.
 * @param isOurs whether a file may be written so: a journal that is not ours could name any
 * @returns whether there was anything to finish
 */
export function finishWriting(root: string, isOurs: (file: string) => boolean): boolean {
  if (!isUnfinished(root)) return false;
  const entries = existsSync(join(root, JOURNAL)) ? readJournal(root).filter(([file]) => isOurs(file)) : [];
  const isLeft = ([file, text, before]: Entry) => {
    const now: Standing = standingAt(root, file);
    return now === text || now === before;
  };
  const isPast = entries.some((entry) => isLock(entry[0]) && !isLeft(entry));
  const drafts = new Map(isPast ? [] : entries.filter(isLeft).map(([file, text]) => [file, text ?? undefined]));
  writeRecords(root, drafts);
  for (const [file] of entries) rmSync(besideOf(join(root, file)), { force: true });
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  return drafts.size > 0;
}

/** Who looks at a state that is half written, and has no journal any more, then takes the rest again. */
function locksLast(drafts: Drafts): Drafts {
  return new Map([...drafts].toSorted(([a], [b]) => Number(isLock(a)) - Number(isLock(b))));
}

function isLock(file: string): boolean {
  return file.startsWith('federation.lock/');
}

function readJournal(root: string): Entry[] {
  return JSON.parse(readFileSync(join(root, JOURNAL), 'utf8')) as Entry[];
}
