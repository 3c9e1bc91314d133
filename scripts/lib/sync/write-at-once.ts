import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleOf } from '../../../src/registry/files.ts';
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
  const files = [...drafts].map(([file, text]) => [file, text ?? null]);
  writeFileSync(join(root, `${JOURNAL}.new`), JSON.stringify(files), { flush: true });
  renameSync(join(root, `${JOURNAL}.new`), join(root, JOURNAL));
  try {
    writeRecords(root, drafts);
  } finally {
    // Where the system refused a file, all are put back: the writing is over in that case, too.
    rmSync(join(root, FOLDER), { recursive: true, force: true });
  }
}

/**
 * Finishes a writing that was stopped, or removes what it left before it had begun.
 * @returns whether there was anything to finish
 */
export function finishWriting(root: string): boolean {
  if (!existsSync(join(root, FOLDER))) return false;
  const drafts = existsSync(join(root, JOURNAL)) ? readJournal(readFileSync(join(root, JOURNAL), 'utf8')) : new Map();
  writeRecords(root, drafts);
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  return drafts.size > 0;
}

/** Records and locks alone: a journal that is not ours could name any file. */
function readJournal(text: string): Drafts {
  const files = JSON.parse(text) as readonly (readonly [string, string | null])[];
  return new Map(
    files
      .filter(([file]) => ['record', 'lock'].includes(roleOf(file).type))
      .map(([file, content]) => [file, content ?? undefined]),
  );
}
