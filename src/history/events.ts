import { roleOf } from '../registry/files.ts';
import type { ChangeEvent } from '../schema/change.ts';
import type { Kind } from '../schema/kinds.ts';
import { recordKey } from '../schema/registry.ts';
import { changedFields } from './changed-fields.ts';
import { contentDigest, type VersionContent } from './content-digest.ts';

/** One file that a commit changed; a version is whatever names a file's content, and absent where the file was. */
export interface FileChange {
  /** Path inside the registry folder. */
  readonly file: string;
  readonly before?: string;
  readonly after?: string;
}

export interface Commit {
  readonly commit: string;
  /** `2026-11-23`. */
  readonly day: string;
  readonly changes: readonly FileChange[];
}

/** What a version of a record's file says, or nothing where it cannot be read. */
export type ReadVersion = (kind: Kind, version: string) => VersionContent | undefined;

/** A record's change within one commit, both versions read. */
interface RecordChange {
  readonly kind: Kind;
  readonly id: string;
  readonly before: VersionContent | undefined;
  readonly after: VersionContent | undefined;
  /** There is a file after the change that nobody can read. */
  readonly unreadable: boolean;
}

type Outcome = Pick<ChangeEvent, 'what' | 'fields' | 'from'>;

/**
 * What commits, oldest first, did to the records, after what is known already. A version that cannot be read is passed over: the next one
 * that can be is compared with what stood before. Two walks of one history, whole or in parts, tell the same.
 */
export function eventsOf(
  commits: readonly Commit[],
  read: ReadVersion,
  known: readonly ChangeEvent[] = [],
): ChangeEvent[] {
  const hashes = hashesAfter(known);
  return commits.flatMap(({ day, changes }) => {
    const records = changes.flatMap((change) => recordChange(change, read));
    const renamed = renames(records, hashes);
    const gone = new Set([...renamed.values()].map(({ kind, id }) => recordKey(kind, id)));
    return records.flatMap((change) => {
      const { kind, id } = change;
      const key = recordKey(kind, id);
      if (gone.has(key)) {
        hashes.delete(key);
        return [];
      }
      const outcomes = outcomesOf(change, hashes.get(key), renamed.get(key));
      if (outcomes.length === 0) return [];
      const hash = outcomes.some(({ what }) => what === 'removed')
        ? undefined
        : contentDigest(change.after as VersionContent);
      if (hash === undefined) hashes.delete(key);
      else hashes.set(key, hash);
      return outcomes.map(
        ({ what, ...more }): ChangeEvent => ({ day, kind, id, what, ...more, ...(hash === undefined ? {} : { hash }) }),
      );
    });
  });
}

/** The content that each record has after some events; records that are gone are not in it. */
export function hashesAfter(events: readonly ChangeEvent[]): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const { kind, id, from, hash } of events) {
    if (from !== undefined) hashes.delete(recordKey(kind, from));
    if (hash === undefined) hashes.delete(recordKey(kind, id));
    else hashes.set(recordKey(kind, id), hash);
  }
  return hashes;
}

function recordChange({ file, before, after }: FileChange, read: ReadVersion): RecordChange[] {
  const role = roleOf(file);
  if (role.type !== 'record') return [];
  const { kind, id } = role;
  const contentOf = (version: string | undefined) => (version === undefined ? undefined : read(kind, version));
  const content = contentOf(after);
  return [
    { kind, id, before: contentOf(before), after: content, unreadable: after !== undefined && content === undefined },
  ];
}

/** Records that came in the commit in which the record went whose id they name as their former one: the new key, and the old record. */
function renames(records: readonly RecordChange[], hashes: ReadonlyMap<string, string>): Map<string, RecordChange> {
  const went = new Map(
    records.flatMap((change) => {
      const key = recordKey(change.kind, change.id);
      const isGone = !change.unreadable && (change.after === undefined || isTombstone(change.after));
      return isGone && hashes.has(key) ? [[key, change] as const] : [];
    }),
  );
  return new Map(
    records.flatMap(({ kind, id, after }) => {
      if (after === undefined || isTombstone(after) || hashes.has(recordKey(kind, id))) return [];
      const former = field(after, 'formerIds');
      const ids = Array.isArray(former) ? (former as unknown[]) : [];
      const old = ids
        .map((formerId) => went.get(recordKey(kind, String(formerId))))
        .find((change) => change !== undefined);
      return old === undefined ? [] : [[recordKey(kind, id), old] as const];
    }),
  );
}

function outcomesOf(change: RecordChange, hash: string | undefined, renamedFrom: RecordChange | undefined): Outcome[] {
  const { kind, after, unreadable } = change;
  if (unreadable) return [];
  if (after === undefined || isTombstone(after)) return hash === undefined ? [] : [{ what: 'removed' }];
  if (renamedFrom !== undefined) {
    return [{ what: 'renamed', from: renamedFrom.id }, ...corrections(kind, renamedFrom.before, after, ['formerIds'])];
  }
  if (hash === undefined) return [{ what: 'added' }];
  return hash === contentDigest(after) ? [] : corrections(kind, change.before, after);
}

/** How a record that stays was changed. Where what stood before cannot be read, nobody can say in which fields. */
function corrections(
  kind: Kind,
  before: VersionContent | undefined,
  after: VersionContent,
  expected: readonly string[] = [],
): Outcome[] {
  if (before === undefined || isTombstone(before)) return [{ what: 'corrected' }];
  const changed = new Set(changedFields(kind, before, after));
  for (const name of expected) changed.delete(name);
  const outcomes: Outcome[] = [];
  if (field(before, 'ended') === undefined && field(after, 'ended') !== undefined) {
    outcomes.push({ what: 'ended' });
    for (const name of ['ended', 'status']) changed.delete(name);
  }
  if (checkedOn(after) > checkedOn(before)) {
    outcomes.push({ what: 'confirmed' });
    changed.delete('checked');
  }
  return changed.size === 0 ? outcomes : [...outcomes, { what: 'corrected', fields: [...changed] }];
}

function field({ data }: VersionContent, name: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[name];
}

function checkedOn(content: VersionContent): string {
  return (field(content, 'checked') as { readonly on?: string } | undefined)?.on ?? '';
}

function isTombstone(content: VersionContent): boolean {
  return field(content, 'state') === 'tombstone';
}
