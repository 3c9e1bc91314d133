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
 * Writes the files of a registry, and removes those without a text. Every file is first written beside its place: where one of them cannot
 * be, none is changed; then each is renamed over the old one, so that whoever stops the program finds the old file or the new one, whole.
 */
export function writeRecords(root: string, drafts: Drafts): void {
  const written: string[] = [];
  try {
    for (const [file, text] of drafts) {
      if (text === undefined) continue;
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      written.push(path);
      writeFileSync(`${path}.new`, text);
    }
  } catch (error) {
    for (const path of written) rmSync(`${path}.new`, { force: true });
    throw error;
  }
  for (const path of written) renameSync(`${path}.new`, path);
  for (const [file, text] of drafts) if (text === undefined) rmSync(join(root, file), { force: true });
}
