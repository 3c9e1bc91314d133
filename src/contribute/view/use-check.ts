import { useCallback, useState } from 'preact/hooks';
import { formatList } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/t.ts';
import type { Issue } from '../../rules/rule.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Kind } from '../../schema/kinds.ts';
import { EITHER, isOneOf } from '../form/either.ts';
import type { FormField } from '../form/field.ts';
import { type FormState, placeOf, recordOf } from '../form/form-state.ts';
import type { KnownTools } from './known-tools.ts';
import type { PageData } from './page-data.ts';
import { formPathOf, type ShownIssue } from './shown-issue.ts';
import { issueWords, type TitleOf } from './words.ts';

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
  page: PageData,
  titleOf: TitleOf,
  t: Translator,
): Promise<ShownIssue[]> {
  const { config, federation, vocabularies } = page;
  const words = issueWords(page, t, titleOf);
  const { checkRecord } = await import('../check/check-record.ts');
  const today = dayOfClock();
  const place = placeOf(form, { zones: config.zones, today });
  const record = { kind: form.kind, ...place, data: recordOf(form), body: form.body };
  const issues = await checkRecord(record, { config, federation, vocabularies, known: known.known, today });
  // Without the list nobody knows what there is: the check of the proposal will.
  const sure = known.loaded ? issues : issues.filter(({ rule }) => rule !== 'reference-exists');
  return sure.map((issue) => {
    const path = formPathOf(issue, form.values);
    return { issue, path, ...(missingWords(issue, form.kind, titleOf, t) ?? words(issue)) };
  });
}

/** What is not filled in is told in the words of a form: nobody who fills one in has to add a field. */
function missingWords({ rule, path }: Issue, kind: Kind, titleOf: TitleOf, t: Translator) {
  if (rule !== 'missing-field') return undefined;
  const either = path.length === 1 && isOneOf(kind, String(path[0])) ? EITHER[kind] : undefined;
  if (either === undefined) return { message: t('form.missing', { field: titleOf(path) ?? String(path.at(-1)) }) };
  const fields = either.map((name) => titleOf([name]) ?? name);
  return { message: t('form.eitherMissing', { fields: formatList(fields, t.lang, 'disjunction') }) };
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
