import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Registry } from '../../src/schema/registry.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import type { RegistryFolder } from './registry-folder.ts';

/**
 * The files that ids and paths name: `ca/gc-notify`, `projects/ca/gc-notify.yaml`, `registry/projects/ca`, the registry folder itself. Throws
 * a {@link UsageError} that names every one that leads to nothing.
 */
export function selectFiles(
  named: readonly string[],
  folder: RegistryFolder,
  registry: Registry,
  findings: readonly { readonly file: string }[],
): ReadonlySet<string> {
  const files = new Set([
    ...registry.records.map(({ file }) => file),
    ...registry.tombstones.map(({ file }) => file),
    ...findings.map(({ file }) => file),
  ]);
  const selected = new Set<string>();
  const lost: string[] = [];
  for (const name of named) {
    const inside = relative(folder.root, resolve(name)).split(sep).join('/');
    const matches = [...files].filter(
      (file) =>
        inside === '' || file === name || file === inside || file.startsWith(`${inside}/`) || idOf(file) === name,
    );
    // A vocabulary or registry.yaml without a fault is no record, and may be asked about all the same.
    const exists = inside === '' || (!inside.startsWith('..') && existsSync(resolve(name)));
    if (matches.length === 0 && !exists) lost.push(name);
    for (const file of matches) selected.add(file);
  }
  if (lost.length > 0)
    throw new UsageError(
      `No record is named ${visible(lost.join(', '))}. Give an id (ca/gc-notify), a file or a folder.`,
    );
  return selected;
}

function idOf(file: string): string {
  return file
    .split('/')
    .slice(1)
    .join('/')
    .replace(/\.(?:yaml|mdx)$/, '');
}
