import type { Advice } from '../registry/advice.ts';
import { RULES_BY_ID } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { type AnyRecord, recordFile } from '../schema/registry.ts';
import type { Site } from './make-site.ts';

/** What one rule found. */
export interface RuleFindings {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Advice[];
}

/** What the rules found that is no error, by rule: warnings first, then what was found most often. */
export function findingsByRule(advice: readonly Advice[]): RuleFindings[] {
  return [...Map.groupBy(advice, ({ rule }) => rule)]
    .map(([rule, findings]) => ({ rule, severity: RULES_BY_ID.get(rule)?.severity ?? 'info', findings }))
    .toSorted(
      (a, b) =>
        Number(a.severity === 'info') - Number(b.severity === 'info') ||
        b.findings.length - a.findings.length ||
        (a.rule < b.rule ? -1 : 1),
    );
}

/** The record that stands in a file, or that an overlay's file is about. */
export function recordsByFile({ registry }: Site): ReadonlyMap<string, AnyRecord> {
  const records = new Map(registry.records.map((record) => [record.file, record]));
  for (const { kind, id, file } of registry.overlays) {
    const record = records.get(recordFile(kind, id));
    if (record !== undefined) records.set(file, record);
  }
  return records;
}
