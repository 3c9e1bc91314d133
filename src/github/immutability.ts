import type { Finding } from '../rules/rule.ts';
import { canonicalRepository } from '../schema/canonical-repository.ts';
import { projectStatus } from '../schema/project.ts';
import { everyDraft, type Registry, recordKey } from '../schema/registry.ts';
import { renamesIn } from './record-changes.ts';
import { dataOf, formerIdsOf, isTombstone, type TouchedRecord } from './touched-records.ts';

/** What may never be changed about a record, and is: its sign after it has gone, its id, its former ids; and a status that goes back. */
export function immutabilityFindings(touched: readonly TouchedRecord[], target: Registry, merged: Registry): Finding[] {
  const renames = renamesIn(touched);
  const renamed = new Set(renames.values());
  return [
    ...touched.flatMap((record) => (renamed.has(record) ? [] : deletion(record, touched))),
    ...reusedIds(touched, target),
    ...lostFormerIds(touched, renames, merged),
    ...touched.flatMap((record) => statusBack(record, renames.get(record) ?? record)),
  ];
}

function deletion(record: TouchedRecord, touched: readonly TouchedRecord[]): Finding[] {
  const { after, before, file, role } = record;
  if (after !== undefined) return [];
  const at = { rule: 'pr-deletion', file, offset: 0 };
  if (isTombstone(dataOf(before))) return [{ ...at, code: 'stone', values: { id: role.id } }];
  const twin = touched.find((other) => other.role.kind === role.kind && isAdded(other) && isSame(record, other));
  if (twin === undefined) return [{ ...at, code: 'gone', values: { id: role.id } }];
  // The new file is the one to mend.
  const { id: other } = twin.role;
  return [
    { ...at, file: twin.file, code: 'renamed', values: { id: role.id, other }, expected: `formerIds: [${role.id}]` },
  ];
}

function isAdded({ difference, after }: TouchedRecord): boolean {
  return difference.before === undefined && after !== undefined;
}

/** What speaks for one thing under another id: the same content, name or repository. */
function isSame(old: TouchedRecord, added: TouchedRecord): boolean {
  if (old.difference.before?.hash === added.difference.after?.hash) return true;
  const [before, after] = [dataOf(old.before), dataOf(added.after?.parsed)];
  if (before === undefined || after === undefined) return false;
  const names = [before['name'] ?? before['title'], after['name'] ?? after['title']].map((name) =>
    JSON.stringify(name),
  );
  if (names[0] !== undefined && names[0] === names[1]) return true;
  const [one, other] = [before['repository'], after['repository']];
  return (
    typeof one === 'string' && typeof other === 'string' && canonicalRepository(one) === canonicalRepository(other)
  );
}

/** Ids that tombstones or other records have already, as the target's branch stands. */
function reusedIds(touched: readonly TouchedRecord[], target: Registry): Finding[] {
  const owners = new Map(
    target.records.flatMap(({ kind, id, data }) => formerIdsOf(data).map((old) => [recordKey(kind, old), id] as const)),
  );
  return touched.flatMap(({ role, file, before, after, difference }): Finding[] => {
    if (after === undefined || isTombstone(dataOf(after.parsed))) return [];
    const at = { rule: 'pr-id', file, offset: 0, found: role.id };
    if (isTombstone(dataOf(before))) return [{ ...at, code: 'buried', values: { id: role.id } }];
    const owner = owners.get(recordKey(role.kind, role.id));
    if (difference.before !== undefined || owner === undefined) return [];
    return [{ ...at, code: 'aliased', values: { id: role.id, owner } }];
  });
}

/** Former ids that nobody lists any more, and that are no record or tombstone either. */
function lostFormerIds(
  touched: readonly TouchedRecord[],
  renames: ReadonlyMap<TouchedRecord, TouchedRecord>,
  merged: Registry,
): Finding[] {
  const standing = new Set([
    ...merged.known,
    ...merged.tombstones.map(({ kind, id }) => recordKey(kind, id)),
    ...everyDraft(merged).flatMap(({ kind, data }) => formerIdsOf(data).map((id) => recordKey(kind, id))),
  ]);
  return touched.flatMap((record): Finding[] => {
    const now = record.after?.parsed.data;
    // Of a record that is gone or cannot be read, that is said instead; a tombstone has no place for former ids.
    if (now === undefined || isTombstone(dataOf(record.after?.parsed))) return [];
    const { file, role } = record;
    return formerIdsOf(dataOf((renames.get(record) ?? record).before))
      .filter((id) => !standing.has(recordKey(role.kind, id)))
      .map((id) => ({ rule: 'pr-id', code: 'former', file, path: ['formerIds'], values: { id }, expected: id }));
  });
}

const STATUSES: readonly unknown[] = projectStatus.options;

/** @param from the record as it was called before */
function statusBack({ role, file, after }: TouchedRecord, { before }: TouchedRecord): Finding[] {
  if (role.kind !== 'project') return [];
  const [old, now] = [dataOf(before)?.['status'], dataOf(after?.parsed)?.['status']];
  if (STATUSES.indexOf(now) === -1 || STATUSES.indexOf(now) >= STATUSES.indexOf(old)) return [];
  const values = { before: String(old), after: String(now) };
  return [{ rule: 'pr-status-back', code: 'back', file, path: ['status'], values, found: values.after }];
}
