import type { CheckOutcome, PullRequestReport, RecordChange } from '../../../src/github/pull-request-report.ts';
import type { FieldChange } from '../../../src/registry/change/field-change.ts';
import { shown } from '../../../src/rules/rule.ts';
import { visible } from '../excerpt.ts';
import { countText, textReport } from '../report.ts';
import type { Checked } from './check-revisions.ts';

/** The result of the check for a terminal: what changes, what was found and where, which checks ended how, and what happens next. */
export function reportText({ report, textOf }: Checked): string {
  const grave = report.issues.filter(({ severity }) => severity !== 'info');
  const hints = report.issues.length - grave.length;
  const parts = [
    changesText(report),
    textReport(grave, textOf, ''),
    report.checks.map(outcomeText).join('\n'),
    `${verdict(report)} ${countText(grave)}${hints === 0 ? '' : `, ${hints} less grave in the JSON`}.`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function verdict({ passed, files, issues }: PullRequestReport): string {
  if (files.length === 0) return 'Nothing is changed.';
  if (!passed) return 'This would not be merged yet: mend the errors and check again.';
  const looks = issues.some(({ severity }) => severity === 'warning');
  return `This can be proposed; a person will read it${looks ? ', and look at the warnings' : ''}.`;
}

const MARKS: Readonly<Record<CheckOutcome['outcome'], string>> = {
  passed: 'ok',
  warned: 'look',
  failed: 'mend',
  skipped: '-',
};

function outcomeText({ id, outcome }: CheckOutcome): string {
  return `  ${MARKS[outcome].padEnd(5)} ${id}`;
}

function changesText({ files, records }: PullRequestReport): string {
  const told = new Set(records.map(({ file }) => file));
  const lines = [
    ...records.flatMap((change) => [recordText(change), ...change.changes.map((field) => `    ${fieldText(field)}`)]),
    ...files.filter(({ path }) => !told.has(path)).map(({ path, status }) => `  ${status} ${path}`),
  ];
  return lines.map(visible).join('\n');
}

function recordText({ action, kind, id, formerId }: RecordChange): string {
  return `  ${action} ${kind} ${formerId === undefined ? id : `${formerId} as ${id}`}`;
}

function fieldText({ path, before, after }: FieldChange): string {
  const name = path.join('.');
  if (before === undefined) return `${name}: ${shown(after)}`;
  return `${name}: ${shown(before)} -> ${after === undefined ? 'nothing' : shown(after)}`;
}
