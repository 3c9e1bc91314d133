import { stringify } from 'csv-stringify/sync';
import type { AnyRecord } from '../../../src/schema/registry.ts';
import { visible } from '../excerpt.ts';

export type ListFormat = 'table' | 'json' | 'csv';

/** Records in a line each, whole as JSON, or in columns. */
export function recordTable(records: readonly AnyRecord[], format: ListFormat): string {
  if (format === 'json')
    return JSON.stringify(
      records.map(({ id, data }) => ({ id, ...data })),
      null,
      2,
    );
  const rows = records.map((record) => ({ id: record.id, name: title(record), summary: summaryOf(record) }));
  if (format === 'csv')
    return stringify(rows, { header: true, columns: ['id', 'name', 'summary'], escape_formulas: true }).trimEnd();
  const width = Math.max(2, ...rows.map(({ id }) => id.length));
  return rows.map(({ id, name }) => `${id.padEnd(width)}  ${visible(name)}`).join('\n');
}

function title({ data }: AnyRecord): string {
  return firstText('name' in data ? data.name : data.title);
}

function summaryOf({ data }: AnyRecord): string {
  return 'summary' in data && data.summary !== undefined ? firstText(data.summary) : '';
}

function firstText(value: string | Record<string, string>): string {
  return typeof value === 'string' ? value : (value['en'] ?? Object.values(value)[0] ?? '');
}
