import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedRegistry } from './load-fs.ts';

/** The files of all records, tombstones too, inside the registry folder. */
function recordFiles({ registry }: LoadedRegistry): string[] {
  return [...registry.records, ...registry.tombstones].map(({ file }) => file);
}

/** Copies the files of all records, byte for byte, to the same places in a folder. */
export function copySources(loaded: LoadedRegistry, folder: string): void {
  const files = recordFiles(loaded);
  for (const made of new Set(files.map(dirname))) mkdirSync(join(folder, made), { recursive: true });
  for (const file of files) copyFileSync(join(loaded.root, file), join(folder, file));
}

/** The bytes of the file of a record; `undefined` for any other file. */
export function sourceOf(loaded: LoadedRegistry, file: string): Uint8Array | undefined {
  return recordFiles(loaded).includes(file) ? readFileSync(join(loaded.root, file)) : undefined;
}
