import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../../i18n/format.ts';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { pickText } from '../../../i18n/localized.ts';
import type { ValuePath } from '../../../schema/field-meta.ts';
import { isOneOf } from '../../form/either.ts';
import type { FormField, Label } from '../../form/field.ts';
import { type FormContext, useForm } from '../context.ts';
import { SaidText } from '../SaidText.tsx';
import { idOf, isBelow, type ShownIssue } from '../shown-issue.ts';

/** What a control is told. */
export interface ControlProps {
  readonly field: FormField;
  readonly path: ValuePath;
  readonly value: unknown;
}

export interface LabelText {
  readonly title: string;
  readonly help?: string | undefined;
  /** Of a label of the copy's own that is not in the page's language. */
  readonly lang?: string | undefined;
}

/** What a field is called, in the page's language where there are words for it. */
export function labelText(label: Label, { text, page, t }: Pick<FormContext, 'text' | 'page' | 't'>): LabelText {
  if ('key' in label) {
    const name = label.key.slice(label.key.lastIndexOf('.') + 1);
    return { title: text(`${label.key}.title`) ?? name, help: text(`${label.key}.help`) };
  }
  const title = pickText(label.title, t.lang, page.config.languages);
  const help = label.help === undefined ? undefined : pickText(label.help, t.lang, page.config.languages);
  return {
    title: title?.text ?? '',
    help: help?.text,
    lang: title?.foreign && title.lang !== 'und' ? title.lang : undefined,
  };
}

/** The issues at a path and, unless other controls below it show them, below it. */
export function issuesAt(issues: readonly ShownIssue[], path: ValuePath, below = true): ShownIssue[] {
  return issues.filter((issue) => isBelow(issue.path, path) && (below || issue.path.length === path.length));
}

/** The title of a field in the reader’s language, and whether it may stay empty. */
export function Title({ field }: { field: FormField }) {
  const context = useForm();
  const { title, lang } = labelText(field.label, context);
  return (
    <>
      <span {...languageAttributes(lang)}>{title}</span>
      {!field.required && !isOneOf(context.form.kind, field.name) && (
        <span class="form-optional"> {context.t('form.optional')}</span>
      )}
    </>
  );
}

/** What belongs in a field, in a sentence. */
export function Help({ field, path, max }: { field: FormField; path: ValuePath; max?: number | undefined }) {
  const context = useForm();
  const { help } = labelText(field.label, context);
  if (help === undefined) return null;
  return (
    <p class="form-help" id={`${idOf(path)}-help`}>
      {help} {max !== undefined && max < LONG && context.t('form.most', { count: max })}
    </p>
  );
}

/** From here on nobody counts. */
const LONG = 500;

/** What is wrong with a field, in words. */
export function Issues({ issues, path }: { issues: readonly ShownIssue[]; path: ValuePath }) {
  const { t } = useForm();
  if (issues.length === 0) return null;
  return (
    <div id={`${idOf(path)}-error`}>
      {issues.map(({ issue, message, hints }) => (
        <p class={issue.severity === 'error' ? 'form-error' : 'form-advice'}>
          <span class="visually-hidden">{t(issue.severity === 'error' ? 'form.error' : 'form.advice')} </span>
          <SaidText said={message} />
          {hints.map((hint) => (
            <span key={hint.text} class="form-hint">
              {' '}
              <SaidText said={hint} />
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

/** How many characters of the most that are allowed are used, once it comes near. */
export function Count({ text, max }: { text: string; max: number | undefined }) {
  const { t } = useForm();
  const length = [...text].length;
  if (max === undefined || length < max * 0.75) return null;
  return (
    <p class={length > max ? 'form-error' : 'form-help'}>
      {t('form.used', { count: formatNumber(length, t.lang), max: formatNumber(max, t.lang) })}
    </p>
  );
}

interface Said {
  readonly help: boolean;
  readonly issues: readonly ShownIssue[];
}

/** What a group of inputs refers to: its help and what is wrong with it. */
export function describedBy(path: ValuePath, { help, issues }: Said): { 'aria-describedby'?: string } {
  const ids = [...(help ? [`${idOf(path)}-help`] : []), ...(issues.length > 0 ? [`${idOf(path)}-error`] : [])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}

/** The same of one input, which can be wrong itself. */
export function described(path: ValuePath, said: Said) {
  const invalid = said.issues.some(({ issue }) => issue.severity === 'error');
  return { ...describedBy(path, said), ...(invalid ? { 'aria-invalid': true as const } : {}) };
}

/** A field whose control is one input, with the label that belongs to it. */
export function Labelled({
  field,
  path,
  issues,
  max,
  children,
}: {
  field: FormField;
  path: ValuePath;
  issues: readonly ShownIssue[];
  max?: number | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class={fieldClass(issues)}>
      <label class="form-label" for={idOf(path)}>
        <Title field={field} />
      </label>
      <Help field={field} path={path} max={max} />
      <Issues issues={issues} path={path} />
      {children}
    </div>
  );
}

/** A field whose control has several inputs. */
export function Grouped({
  field,
  path,
  issues,
  children,
  strong = false,
}: {
  field: FormField;
  path: ValuePath;
  issues: readonly ShownIssue[];
  children: ComponentChildren;
  strong?: boolean;
}) {
  const { help } = labelText(field.label, useForm());
  return (
    <fieldset
      class={`${fieldClass(issues)}${strong ? ' form-group' : ''}`}
      id={idOf(path)}
      {...describedBy(path, { help: help !== undefined, issues })}
    >
      <legend class="form-label">
        <Title field={field} />
      </legend>
      <Help field={field} path={path} />
      <Issues issues={issues} path={path} />
      {children}
    </fieldset>
  );
}

function fieldClass(issues: readonly ShownIssue[]): string {
  const wrong = issues.some(({ issue }) => issue.severity === 'error');
  return wrong ? 'form-field form-wrong' : 'form-field';
}
