import { contentDigest } from '../history/content-digest.ts';
import { hashesAfter } from '../history/events.ts';
import type { ChangeEvent } from '../schema/change.ts';
import { type AnyRecord, type Registry, recordKey, splitId } from '../schema/registry.ts';

/** What happened to a record, and when: a line of the log, an entry of a feed. */
export interface Change {
  readonly kind: AnyRecord['kind'];
  /** The id that the record had then. */
  readonly id: string;
  /** The record as it is now; none where it was removed. */
  readonly record: AnyRecord | undefined;
  /** A day, `2026-11-23`. */
  readonly date: string;
  readonly what: ChangeEvent['what'];
  /** What was corrected, as far as it is known: `license`, `summary.fr`. */
  readonly fields: readonly string[];
  /** The id before a renaming. */
  readonly from?: string | undefined;
}

/** The history of a registry as pages tell it. */
export interface Changes {
  /** Newest first; on one day by kind and id as the registry orders them. */
  readonly all: readonly Change[];
  /** What happened to one record, also under its earlier ids, newest first. */
  readonly of: (record: AnyRecord) => readonly Change[];
  /** What happened to some records, newest first. */
  readonly among: (records: readonly AnyRecord[]) => readonly Change[];
  /** The day on which a record was listed here. */
  readonly addedOn: (record: AnyRecord) => string;
}

/**
 * The history of a registry. What its data does not hold yet, a record that is new or differs from what is written down, stands at the day
 * that is built.
 * @param written the registry as its writers say it, where `registry` is what this copy shows: its history is theirs
 */
export function changesOf(registry: Registry, today: string, written: Registry = registry): Changes {
  const { events } = registry.changes;
  const records = new Map(registry.records.map((record) => [recordKey(record.kind, record.id), record]));
  const presentKey = laterKeys(events);
  const order = new Map([...records.keys()].map((key, index) => [key, index]));
  const all = oncePerDay([...events, ...unwritten(written, records, today)])
    .map((event): Change => {
      const { day: date, kind, id, what, fields = [], from } = event;
      return { kind, id, record: records.get(presentKey(recordKey(kind, id))), date, what, fields, from };
    })
    .filter(({ record, id }) => record !== undefined || isOwn(registry, id))
    .map((change, index) => ({ change, index, place: order.get(recordKey(change.kind, change.id)) ?? -1 }))
    .toSorted(
      (a, b) =>
        (a.change.date > b.change.date ? -1 : a.change.date < b.change.date ? 1 : a.place - b.place) ||
        b.index - a.index,
    )
    .map(({ change }) => change);
  const byRecord = Map.groupBy(all, ({ record }) => record);
  const of = (record: AnyRecord) => byRecord.get(records.get(recordKey(record.kind, record.id))) ?? [];
  const position = new Map(all.map((change, index) => [change, index]));
  const among = (some: readonly AnyRecord[]) =>
    some.flatMap(of).toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  return { all, of, among, addedOn: (record) => of(record).findLast(({ what }) => what === 'added')?.date ?? today };
}

/** A copy that shows fewer records of other zones than the registry it was made from has not withdrawn them: they are where they are written. */
function isOwn({ config: { zones } }: Registry, id: string): boolean {
  return zones === '*' || zones.includes(splitId(id).zone);
}

/** Where a record stands that was once at a key. */
function laterKeys(events: readonly ChangeEvent[]): (key: string) => string {
  const next = new Map(
    events.flatMap(({ kind, id, from }) => (from === undefined ? [] : [[recordKey(kind, from), recordKey(kind, id)]])),
  );
  return (key) => {
    const seen = new Set<string>();
    let found = key;
    for (let later = next.get(key); later !== undefined && !seen.has(later); later = next.get(later)) {
      seen.add(later);
      found = later;
    }
    return found;
  };
}

/** What happened since the history was written down. */
function unwritten(registry: Registry, records: ReadonlyMap<string, AnyRecord>, today: string): ChangeEvent[] {
  const hashes = hashesAfter(registry.changes.events);
  const news = registry.records.flatMap((record): ChangeEvent[] => {
    const { kind, id } = record;
    const known = hashes.get(recordKey(kind, id));
    if (known === undefined) return [{ day: today, kind, id, what: 'added' }];
    return known === contentDigest(record) ? [] : [{ day: today, kind, id, what: 'corrected' }];
  });
  const gone = registry.changes.events.flatMap(({ kind, id }) => {
    const key = recordKey(kind, id);
    return hashes.delete(key) && !records.has(key) ? [{ day: today, kind, id, what: 'removed' as const }] : [];
  });
  return [...news, ...gone];
}

/** A record's changes of one sort on one day are told once, and what was corrected on the day it came not at all. */
function oncePerDay(events: readonly ChangeEvent[]): ChangeEvent[] {
  const told = new Map<string, ChangeEvent>();
  for (const event of events) {
    const about = `${event.day} ${recordKey(event.kind, event.id)}`;
    if (event.what === 'corrected' && (told.has(`${about} added`) || told.has(`${about} renamed`))) continue;
    const key = `${about} ${event.what}`;
    const before = told.get(key);
    // In which fields is known for all or, where it is not for one, for none.
    const fields =
      before === undefined ? event.fields : before.fields && event.fields && [...before.fields, ...event.fields];
    const { fields: _, ...rest } = event;
    told.set(key, { ...rest, ...(fields === undefined ? {} : { fields: [...new Set(fields)].toSorted() }) });
  }
  return [...told.values()];
}
