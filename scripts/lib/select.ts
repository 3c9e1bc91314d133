import { existsSync } from 'node:fs';
import { KINDS } from '../../src/schema/kinds.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { nearestHint } from './did-you-mean.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import { insideRegistry, readName, recordsOnceNamed, type StatedName, tellMoved } from './named-record.ts';
import type { RegistryFolder } from './registry-folder.ts';

/**
 * The files that ids and paths name: `ca/gc-notify`, `project/ca/gc-notify`, `projects/ca/gc-notify.yaml`, `registry/projects/ca`, the registry
 * folder itself. An old address leads to the record that had it, and people are told so. Throws a {@link UsageError} that names every one that
 * leads to nothing.
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
    const places = insideRegistry(folder, name);
    const stated = readName(folder, name);
    const standing = [...files].filter(
      (file) =>
        places.some(({ inside }) => inside === '' || file === inside || file.startsWith(`${inside}/`)) ||
        isNamed(file, stated),
    );
    // A vocabulary or registry.yaml without a fault is no record, and may be asked about all the same.
    const exists = standing.length > 0 || places.some(({ path }) => existsSync(path));
    const moved = exists ? [] : recordsOnceNamed(registry, stated);
    tellMoved(stated.id, moved);
    if (!exists && moved.length === 0) lost.push(name);
    for (const file of [...standing, ...moved.map((record) => record.file)]) selected.add(file);
  }
  if (lost.length > 0)
    throw new UsageError(`No record is named ${visible(lost.join(', '))}. ${remedy(lost, registry)}`);
  return selected;
}

function remedy(lost: readonly string[], { records, tombstones }: Registry): string {
  const ids = [...records, ...tombstones].map(({ id }) => id);
  const hints = lost.flatMap((name) => {
    const hint = nearestHint(name, ids);
    return hint === undefined ? [] : [lost.length === 1 ? hint : `${visible(name)}: ${hint}`];
  });
  return hints.length > 0 ? hints.join(' ') : 'Give an id (ca/gc-notify), a file or a folder.';
}

/** True also of a file whose name no record may have, as of a note without its day. */
function isNamed(file: string, { kind, id }: StatedName): boolean {
  return idOf(file) === id && (kind === undefined || file.startsWith(`${KINDS[kind].folder}/`));
}

function idOf(file: string): string {
  return file
    .split('/')
    .slice(1)
    .join('/')
    .replace(/\.(?:yaml|mdx)$/, '');
}
