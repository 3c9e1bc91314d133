import type { CheckOutcome, PullRequestReport, RecordChange } from '../../../src/github/pull-request-report.ts';
import { createChangeWords } from '../../../src/i18n/change-words.ts';
import en from '../../../src/i18n/en.json' with { type: 'json' };
import { schemaStrings } from '../../../src/i18n/schema-strings.ts';
import type { FieldChange } from '../../../src/registry/change/field-change.ts';
import { shown } from '../../../src/rules/rule.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import { visible } from '../excerpt.ts';
import { countText, textReport } from '../report.ts';
import type { Checked } from './check-revisions.ts';

/** The result of the check for a terminal: what changes, what was found and where, which checks ended how, and what happens next. */
export function reportText({ report, textOf }: Checked): string {
  const grave = report.issues.filter(({ severity }) => severity !== 'info');
  const hints = report.issues.length - grave.length;
  const parts = [
    changesText(report),
    textReport(grave, textOf, '').trimEnd(),
    outcomesText(report.checks),
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

const OUTCOMES: Readonly<Record<CheckOutcome['outcome'], string>> = {
  failed: 'to mend',
  warned: 'to look at',
  passed: 'passed',
  skipped: 'not concerned',
};

/** The checks by how they ended, the gravest first. */
function outcomesText(checks: readonly CheckOutcome[]): string {
  return Object.entries(OUTCOMES)
    .map(
      ([outcome, words]) => [words, checks.filter((check) => check.outcome === outcome).map(({ id }) => id)] as const,
    )
    .flatMap(([words, ids]) => (ids.length === 0 ? [] : [`${`${words}:`.padEnd(15)}${ids.join(', ')}`]))
    .join('\n');
}

const MAX_FILES_TOLD = 10;

function changesText({ files, records }: PullRequestReport): string {
  const told = new Set(records.map(({ file }) => file));
  const others = files.filter(({ path }) => !told.has(path));
  const lines = [
    ...records.flatMap((change) => [
      recordText(change),
      ...change.changes.map((field) => `    ${fieldText(change.kind, field)}`),
    ]),
    ...others.slice(0, MAX_FILES_TOLD).map(({ path, status }) => `  ${status} ${path}`),
    ...(others.length > MAX_FILES_TOLD ? [`  and ${others.length - MAX_FILES_TOLD} files more`] : []),
  ];
  return lines.map(visible).join('\n');
}

function recordText({ action, kind, id, formerId }: RecordChange): string {
  return `  ${action} ${kind} ${formerId === undefined ? id : `${formerId} as ${id}`}`;
}

const inWords = createChangeWords('en', { ...en, ...schemaStrings() });

/** A long text is told by its beginning. */
function fieldText(kind: Kind, change: FieldChange): string {
  const { field, before, after } = inWords(kind, change);
  const [old, now] = [before ?? 'nothing', after ?? 'nothing'].map((value) => shown(value.replaceAll('\n', ' ')));
  return before === undefined ? `${field}: ${now}` : `${field}: ${old} -> ${now}`;
}
