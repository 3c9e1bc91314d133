import { stringify } from 'csv-stringify/sync';
import type { Kind } from '../schema/kinds.ts';
import { byKindAndId, type Registry } from '../schema/registry.ts';
import type { Value } from './cells.ts';
import { columnGroups } from './columns.ts';

/**
 * The records of a kind as one table (RFC 4180 with line feeds), a row each, in order of id, with a byte order mark at its beginning:
 * Excel takes a file without one for one in the machine's old character set, and nobody who opens it there can tell it otherwise, while
 * what else reads tables passes over the mark or can be told to.
 */
export function recordsCsv(registry: Registry, kind: Kind): string {
  const columns = columnGroups(registry, kind).flatMap((group) => group.columns);
  const records = registry.records.filter((record) => record.kind === kind).toSorted(byKindAndId);
  const rows = records.map((record) => columns.map(({ cell }) => withoutDoubt(cell(record))));
  return stringify([columns.map(({ name }) => name), ...rows], { bom: true, escape_formulas: true });
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it. A text that has one there by itself gets another, so that the
 * first of those is always ours.
 */
function withoutDoubt(value: Value): Value {
  return typeof value === 'string' && /^'+[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}
