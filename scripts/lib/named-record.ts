import { relative, resolve, sep } from 'node:path';
import { roleOf } from '../../src/registry/files.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import { type Draft, everyDraft, type Registry, recordKey, type TombstoneRecord } from '../../src/schema/registry.ts';
import { nearestHint } from './did-you-mean.ts';
import { visible } from './excerpt.ts';
import type { RegistryFolder } from './registry-folder.ts';

/** An id, and its kind where the name says it. */
export interface StatedName {
  readonly kind?: Kind;
  readonly id: string;
}

/** Where a path leads inside the registry folder: read from the folder of the person, then from that of the registry. */
export function insideRegistry({ root }: RegistryFolder, path: string): { path: string; inside: string }[] {
  return [resolve(path), resolve(root, path)]
    .map((full) => ({ path: full, inside: relative(root, full).split(sep).join('/') }))
    .filter(({ inside }) => !inside.startsWith('..'));
}

/** What a name says: `ca/gc-notify`, `project/ca/gc-notify`, `projects/ca/gc-notify.yaml`, `registry/projects/ca/gc-notify.yaml`. */
export function readName(folder: RegistryFolder, name: string): StatedName {
  for (const { inside } of insideRegistry(folder, name)) {
    const role = roleOf(inside);
    if (role.type === 'record') return { kind: role.kind, id: role.id };
  }
  const [first = '', ...rest] = name.split('/');
  const kind = KIND_NAMES.find((each) => rest.length === 2 && (each === first || KINDS[each].folder === first));
  return kind === undefined ? { id: name } : { kind, id: rest.join('/') };
}

/** The records of a name that stand in the registry, tombstones too: several where several kinds have the id. */
export function recordsNamed(registry: Registry, { kind, id }: StatedName): readonly (Draft | TombstoneRecord)[] {
  return [...everyDraft(registry), ...registry.tombstones].filter(
    (record) => record.id === id && (kind ?? record.kind) === record.kind,
  );
}

/** True for a tombstone, whose data say so. */
export function isTombstone(record: Draft | TombstoneRecord): record is TombstoneRecord {
  return 'state' in record.data;
}

/** The records that once had the name, and have another id now. */
export function recordsOnceNamed(registry: Registry, { kind, id }: StatedName): readonly Draft[] {
  return everyDraft(registry).filter(
    (record) => (kind ?? record.kind) === record.kind && record.data.formerIds?.includes(id) === true,
  );
}

/** `ca/a is now ca/b.`, for people, where a command goes on with what an old address leads to. */
export function tellMoved(from: string, records: readonly { readonly id: string }[]): void {
  for (const { id } of records) console.error(visible(`${from} is now ${id}.`));
}

/** Why a name leads to no record: it cannot be read, is one of another kind, or is mistyped. */
export function whyNotNamed(registry: Registry, { kind, id }: StatedName): string {
  if (KIND_NAMES.some((each) => (kind ?? each) === each && registry.known.has(recordKey(each, id))))
    return `${visible(id)} cannot be read. Mend what validate says of it first.`;
  const others = [...new Set(recordsNamed(registry, { id }).map((record) => record.kind))];
  if (others.length > 0)
    return `There is no ${kind ?? 'record'} ${visible(id)}. It is of the kind ${others.join(', ')}.`;
  const all = [...everyDraft(registry), ...registry.tombstones].filter(
    (record) => (kind ?? record.kind) === record.kind,
  );
  const ids = all.map((record) => record.id);
  const hint = nearestHint(id, ids) ?? 'The command list shows the ids.';
  return `There is no ${kind ?? 'record'} ${visible(id)}. ${hint}`;
}

/** `ca/x is a tombstone since 2026-11-01 (merged); ca/y stands in its place.` */
export function tombstoneText({ id, data: { date, reason, successor } }: TombstoneRecord): string {
  const since = date === undefined ? '' : ` since ${date}`;
  const instead = successor === undefined ? '' : `; ${successor} stands in its place`;
  return visible(`${id} is a tombstone${since} (${reason})${instead}.`);
}
