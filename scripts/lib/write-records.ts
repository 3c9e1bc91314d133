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
 * where the system refuses one of them, all are put back and the error is thrown.
 */
export function writeRecords(root: string, drafts: Drafts): void {
  const before = new Map([...drafts.keys()].map((file) => [join(root, file), bytesOf(join(root, file))]));
  try {
    for (const [file, text] of drafts) if (text !== undefined) writeBeside(join(root, file), text);
    for (const [file, text] of drafts) if (text !== undefined) renameSync(besideOf(join(root, file)), join(root, file));
    for (const [file, text] of drafts) if (text === undefined) rmSync(join(root, file), { force: true });
  } catch (error) {
    for (const [path, bytes] of before) putBack(path, bytes);
    throw error;
  }
}

/** Where a file is written before it takes its place. */
export function besideOf(path: string): string {
  return `${path}.new`;
}

function writeBeside(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(besideOf(path), text);
}

function bytesOf(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

function putBack(path: string, bytes: Buffer | undefined): void {
  rmSync(besideOf(path), { force: true });
  const now = bytesOf(path);
  if (bytes !== undefined && now?.equals(bytes) !== true) writeFileSync(path, bytes);
  if (bytes === undefined && now !== undefined) rmSync(path);
}
