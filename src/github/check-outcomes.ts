import type { ParsedFile } from '../registry/parse.ts';
import { checkOfRule } from './check-of-rule.ts';
import { CHECKS, type CheckId, type CheckOutcome, type ReportedIssue } from './pull-request-report.ts';
import { isRecordFile, type TouchedFile } from './touched-records.ts';

/** How each check ended. */
export function checkOutcomes(issues: readonly ReportedIssue[], touched: readonly TouchedFile[]): CheckOutcome[] {
  const concerned = concernedChecks(touched);
  return CHECKS.map((id) => {
    const found = issues.filter(({ check }) => check === id);
    if (found.some(({ severity }) => severity === 'error')) return { id, outcome: 'failed' };
    if (found.some(({ severity }) => severity === 'warning')) return { id, outcome: 'warned' };
    return { id, outcome: concerned.has(id) || found.length > 0 ? 'passed' : 'skipped' };
  });
}

const OF_BYTES: readonly CheckId[] = ['bytes'];
const OF_YAML: readonly CheckId[] = ['yaml'];
const OF_FIELDS: readonly CheckId[] = ['schema-version', 'schema'];
const OF_VALUES: readonly CheckId[] = ['vocabularies', 'references', 'similarity', 'editorial'];

/** The checks that had something to look at: of a file that is no YAML, nobody knows the fields. */
function concernedChecks(touched: readonly TouchedFile[]): ReadonlySet<CheckId> {
  const checks = new Set<CheckId>(['scope', 'tree']);
  const add = (more: readonly CheckId[]) => {
    for (const check of more) checks.add(check);
  };
  if (touched.length > 0) add(['registry']);
  for (const file of touched) {
    const isRecord = isRecordFile(file);
    if (isRecord)
      add(['identity', 'zone', ...(file.difference.before === undefined ? [] : (['immutability'] as const))]);
    if (file.after === undefined || file.difference.after?.bytes === undefined) continue;
    add(OF_BYTES);
    const reached = stageOf(file.after.parsed);
    if (reached >= STAGE.yaml) add(OF_YAML);
    if (reached >= STAGE.fields) add(OF_FIELDS);
    if (reached >= STAGE.values && isRecord) add(OF_VALUES);
  }
  return checks;
}

const STAGE = { bytes: 0, yaml: 1, fields: 2, values: 3 } as const;

/** How far the reading of a file came. */
function stageOf({ data, sound, findings }: ParsedFile): number {
  if (data !== undefined || sound !== undefined) return STAGE.values;
  const checks = new Set(findings.map(({ rule }) => checkOfRule(rule)));
  if (checks.has('schema-version') || checks.has('schema')) return STAGE.fields;
  return checks.has('yaml') ? STAGE.yaml : STAGE.bytes;
}
