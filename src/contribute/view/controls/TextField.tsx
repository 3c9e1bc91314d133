import type { TextInput } from '../../form/field.ts';
import { shownText, typedValue } from '../../form/typed.ts';
import { useForm } from '../context.ts';
import { idOf } from '../shown-issue.ts';
import { type ControlProps, Count, described, issuesAt, Labelled, labelText } from './Field.tsx';

/** How an input of the browser takes each kind of text. None of them checks by itself: the form says what is wrong. */
const ATTRIBUTES = {
  line: {},
  lines: {},
  url: { inputmode: 'url', spellcheck: false, class: 'form-code' },
  email: { inputmode: 'email', spellcheck: false },
  date: { class: 'form-short' },
  day: { class: 'form-short' },
  number: { inputmode: 'numeric', class: 'form-short' },
  time: { class: 'form-medium' },
} as const satisfies Readonly<Record<TextInput, object>>;

/** What is written from left to right in every language. */
const LATIN: ReadonlySet<TextInput> = new Set(['url', 'email', 'date', 'day', 'number', 'time']);

/** A field of one text. */
export function TextField({ field, path, value, input, max }: ControlProps & { input: TextInput; max?: number }) {
  const context = useForm();
  const issues = issuesAt(context.issues, path);
  const { help } = labelText(field.label, context);
  const common = {
    id: idOf(path),
    value: shownText(value),
    autocomplete: 'off',
    ...(LATIN.has(input) ? { dir: 'ltr' as const } : {}),
    ...described(path, { help: help !== undefined, issues }),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      context.set(path, typedValue(currentTarget.value, input)),
  };
  return (
    <Labelled field={field} path={path} issues={issues} max={max}>
      {input === 'lines' ? <textarea rows={6} {...common} /> : <input type="text" {...ATTRIBUTES[input]} {...common} />}
      <Count text={shownText(value)} max={max} />
    </Labelled>
  );
}

/** Texts of which each stands on a line of its own. */
export function TextsField({ field, path, value, input }: ControlProps & { input: TextInput }) {
  const context = useForm();
  const issues = issuesAt(context.issues, path);
  const lines = Array.isArray(value) ? value.map(shownText) : [];
  return (
    <Labelled field={field} path={path} issues={issues}>
      <p class="form-help" id={`${idOf(path)}-lines`}>
        {context.t('form.onePerLine')}
      </p>
      <textarea
        id={idOf(path)}
        rows={Math.max(3, lines.length + 1)}
        value={lines.join('\n')}
        autocomplete="off"
        {...(LATIN.has(input) ? { dir: 'ltr', spellcheck: false, class: 'form-code' } : {})}
        {...described(path, { help: true, issues })}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value;
          context.set(path, text === '' ? undefined : text.split('\n'));
        }}
      />
    </Labelled>
  );
}

/** Yes, no, or nothing said. */
export function YesNoField({ field, path, value }: ControlProps) {
  const context = useForm();
  const issues = issuesAt(context.issues, path);
  const { help } = labelText(field.label, context);
  return (
    <Labelled field={field} path={path} issues={issues}>
      <select
        id={idOf(path)}
        class="form-medium"
        autocomplete="off"
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        {...described(path, { help: help !== undefined, issues })}
        onChange={({ currentTarget }) =>
          context.set(path, currentTarget.value === '' ? undefined : currentTarget.value === 'yes')
        }
      >
        <option value="">{context.t('answer.notStated')}</option>
        <option value="yes">{context.t('value.yes')}</option>
        <option value="no">{context.t('value.no')}</option>
      </select>
    </Labelled>
  );
}
