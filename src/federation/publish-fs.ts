import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedFile } from './publish.ts';

/** Writes files into a folder in the order given: whoever is stopped on the way leaves nothing that names a file which is not there. */
export function writeFiles(files: readonly PublishedFile[], folder: string): void {
  const made = new Set<string>();
  for (const { path, bytes } of files) {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), bytes);
  }
}
