import { useCallback, useState } from 'preact/hooks';
import type { Issue } from '../../rules/rule.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { FormField } from '../form/field.ts';
import { type FormState, placeOf, recordOf } from '../form/form-state.ts';
import type { KnownTools } from './known-tools.ts';
import type { PageData } from './page-data.ts';
import { formPathOf, type ShownIssue } from './shown-issue.ts';
import type { IssueWords } from './words.ts';

/** The day of the person's clock, `2026-11-23`. */
export function dayOfClock(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Checks the whole record; the rules are loaded with the first check. */
export async function checkForm(
  form: FormState,
  known: KnownTools,
  { config, federation, vocabularies }: PageData,
  words: IssueWords,
  titleOf: (path: ValuePath) => string | undefined,
): Promise<ShownIssue[]> {
  const { checkRecord } = await import('../check/check-record.ts');
  const today = dayOfClock();
  const place = placeOf(form, { zones: config.zones, today });
  const record = { kind: form.kind, ...place, data: recordOf(form), body: form.body };
  const issues = await checkRecord(record, { config, federation, vocabularies, known: known.known, today });
  // Without the list nobody knows what there is: the check of the proposal will.
  const sure = known.loaded ? issues : issues.filter(({ rule }) => rule !== 'reference-exists');
  return sure.map((issue) => {
    const path = formPathOf(issue, form.values);
    return { issue, path, ...words(withTitle(issue, titleOf(path))) };
  });
}

/** The messages name the field as the record does; the form names it as people read it. */
function withTitle(issue: Issue, title: string | undefined): Issue {
  const { values } = issue;
  const named = values?.['field'];
  if (title === undefined || typeof named !== 'string') return issue;
  return {
    ...issue,
    values: { ...values, field: title },
    message: issue.message.replace(`“${named}”`, () => `“${title}”`),
  };
}

/** What a path is called, in words: an item of a list by the list and its place. */
export function titleAt(
  fields: readonly FormField[],
  path: ValuePath,
  title: (field: FormField) => string,
): string | undefined {
  const [name, ...rest] = path;
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return undefined;
  const { control } = field;
  if (control.control === 'group') return titleAt(control.fields, rest, title) ?? title(field);
  if (control.control === 'list') return titleAt(control.fields, rest.slice(1), title) ?? title(field);
  return title(field);
}

export interface Checking {
  readonly issues: readonly ShownIssue[];
  readonly setIssues: (issues: readonly ShownIssue[]) => void;
  /** Looks again at what is shown: what is mended goes, what is still wrong is told as it is now. */
  readonly refresh: (all: readonly ShownIssue[]) => void;
}

/** What is shown of what the check found. */
export function useIssues(): Checking {
  const [issues, setIssues] = useState<readonly ShownIssue[]>([]);
  const refresh = useCallback((all: readonly ShownIssue[]) => {
    setIssues((shown) => {
      const places = new Set(shown.map(({ path }) => path.join('.')));
      return all.filter(({ path }) => places.has(path.join('.')));
    });
  }, []);
  return { issues, setIssues, refresh };
}
