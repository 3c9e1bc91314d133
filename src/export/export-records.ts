import type { Kind } from '../schema/kinds.ts';
import { byKindAndId, type Registry } from '../schema/registry.ts';
import { recordsCsv } from './csv.ts';
import { asJson, asJsonLines, recordLine } from './json.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is exported: one kind of record; or all, which have no columns in common and so are no table. */
export type ExportWanted =
  | { readonly kind: Kind; readonly format: ExportFormat }
  | { readonly kind: 'all'; readonly format: 'json' | 'jsonl' };

/**
 * The sound records of a registry as a file: all of one kind, or of every kind. They are as those say it who write them; `registry` is the
 * one that was loaded, without overlays. The same registry gives the same bytes, whatever the order of its records and their fields.
 */
export function exportRecords(registry: Registry, { kind, format }: ExportWanted): string {
  if (format === 'csv') return recordsCsv(registry, kind);
  const records = registry.records.filter((record) => kind === 'all' || record.kind === kind).toSorted(byKindAndId);
  const lines = records.map(recordLine);
  return format === 'json' ? asJson(lines) : asJsonLines(lines);
}
