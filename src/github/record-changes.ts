import { compareRecords } from '../registry/change/compare-records.ts';
import type { FieldChange } from '../registry/change/field-change.ts';
import type { RecordAction, RecordChange } from './pull-request-report.ts';
import { dataOf, formerIdsOf, isTombstone, type TouchedRecord } from './touched-records.ts';

/** What a pull request does to records, in the order of their files. A rename is one change, at the new file. */
export function recordChanges(touched: readonly TouchedRecord[]): RecordChange[] {
  const renames = renamesIn(touched);
  const left = new Set(renames.values());
  return touched.filter((record) => !left.has(record)).map((record) => changeOf(record, renames.get(record)));
}

/** The deleted record that an added one stands for now, because it lists its id under formerIds. */
export function renamesIn(touched: readonly TouchedRecord[]): ReadonlyMap<TouchedRecord, TouchedRecord> {
  const gone = new Map(touched.filter(isGone).map((record) => [`${record.role.kind}:${record.role.id}`, record]));
  const renames = new Map<TouchedRecord, TouchedRecord>();
  for (const record of touched) {
    if (record.difference.before !== undefined || record.after === undefined) continue;
    for (const id of formerIdsOf(dataOf(record.after.parsed))) {
      const old = gone.get(`${record.role.kind}:${id}`);
      if (old === undefined || renames.has(record)) continue;
      renames.set(record, old);
      gone.delete(`${record.role.kind}:${id}`);
    }
  }
  return renames;
}

/** True of a record, not a tombstone, that is deleted. */
function isGone({ after, before }: TouchedRecord): boolean {
  return after === undefined && !isTombstone(dataOf(before));
}

function changeOf(record: TouchedRecord, from: TouchedRecord | undefined): RecordChange {
  const { kind, id } = record.role;
  const before = dataOf((from ?? record).before);
  const after = dataOf(record.after?.parsed);
  const isStone = isTombstone(before) || isTombstone(after);
  const both = before !== undefined && after !== undefined && !isStone;
  return {
    action: from === undefined ? actionOf(record) : 'rename',
    kind,
    id,
    ...(from === undefined ? {} : { formerId: from.role.id }),
    file: record.difference.path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    changes: both ? [...compareRecords(kind, before, after), ...bodyChange(from ?? record, record)] : [],
  };
}

function actionOf({ difference, before, after }: TouchedRecord): RecordAction {
  const [old, now] = [dataOf(before), dataOf(after?.parsed)];
  if (after === undefined) return 'remove';
  if (isTombstone(now)) return isTombstone(old) ? 'edit' : 'entomb';
  if (difference.before === undefined || isTombstone(old)) return 'add';
  return hasEnded(now) && !hasEnded(old) ? 'end' : 'edit';
}

function hasEnded(data: Readonly<Record<string, unknown>> | undefined): boolean {
  return data?.['ended'] !== undefined || data?.['status'] === 'obsolete';
}

/** The text below the fields, of kinds that have one. */
function bodyChange({ before }: TouchedRecord, { after }: TouchedRecord): FieldChange[] {
  const [old, now] = [before?.body?.trim(), after?.parsed.body?.trim()];
  return old === undefined || now === undefined || old === now ? [] : [{ path: ['body'], before: old, after: now }];
}
