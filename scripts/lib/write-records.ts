import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Drafts } from '../../src/registry/load-fs.ts';

/**
 * A record's text, exactly as it stands; `undefined` for what is no plain file or not UTF-8, which is never rewritten.
 * A link is not followed, and what was asked for may be gone.
 */
export function recordText(root: string, file: string): string | undefined {
  const path = join(root, file);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    // Not UTF-8: the rule `file-encoding` says so.
    return undefined;
  }
}

/**
 * Writes the files of a registry, and removes those without a text: all or none. Every file is first written beside its place; then each is
 * renamed over the old one, in the order given, and what goes is removed last. Whoever stops the program finds each file old or new, whole;
 * where the system refuses one of them, all are put back and the error is thrown. What somebody else writes meanwhile stays.
 * @param check Asked of each file when its turn has come; where it throws, it is as if the system had refused the file.
 */
export function writeRecords(root: string, drafts: Drafts, check: (file: string) => void = () => undefined): void {
  const before = new Map([...drafts.keys()].map((file) => [file, bytesOf(join(root, file))]));
  const done = new Set<string>();
  const settle = (file: string, write: () => void) => {
    check(file);
    write();
    done.add(file);
  };
  try {
    for (const [file, text] of drafts) if (text !== undefined) writeBeside(join(root, file), text);
    for (const [file, text] of drafts)
      if (text !== undefined) settle(file, () => renameSync(besideOf(join(root, file)), join(root, file)));
    for (const [file, text] of drafts)
      if (text === undefined) settle(file, () => rmSync(join(root, file), { force: true }));
  } catch (error) {
    for (const file of drafts.keys()) rmSync(besideOf(join(root, file)), { force: true });
    for (const file of done) putBack(join(root, file), before.get(file), drafts.get(file));
    throw error;
  }
}

/** Where a file is written before it takes its place. */
export function besideOf(path: string): string {
  return `${path}.new`;
}

/** A link at that place would lead the text elsewhere: it goes first. */
function writeBeside(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(besideOf(path), { force: true });
  writeFileSync(besideOf(path), text, { flag: 'wx' });
}

function bytesOf(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

/** A file as it was before it was written; where somebody has edited it since, that stays. */
function putBack(path: string, before: Buffer | undefined, written: string | undefined): void {
  const now = bytesOf(path);
  const isOurs = written === undefined ? now === undefined : now?.equals(Buffer.from(written)) === true;
  if (!isOurs) return;
  if (before !== undefined) writeFileSync(path, before);
  else if (now !== undefined) rmSync(path);
}
