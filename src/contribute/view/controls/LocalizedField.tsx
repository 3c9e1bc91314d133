import { useMemo, useState } from 'preact/hooks';
import { directionOf, languageName } from '../../../i18n/format.ts';
import { isFields } from '../../../registry/change/data.ts';
import type { ValuePath } from '../../../schema/field-meta.ts';
import { shownText } from '../../form/typed.ts';
import { languageTags } from '../codes.ts';
import { useForm } from '../context.ts';
import { focusSoon } from '../focus.ts';
import { idOf } from '../shown-issue.ts';
import { type ControlProps, Count, described, Grouped, Issues, issuesAt, labelText } from './Field.tsx';
import { TextField } from './TextField.tsx';

interface Props extends ControlProps {
  readonly lines: boolean;
  readonly plain: boolean;
  readonly max?: number;
}

/** A text in one or more languages; a name may also be one text for all of them. */
export function LocalizedField(props: Props) {
  const { field, path, value, plain, max } = props;
  const { t, set } = useForm();
  if (!plain || isFields(value)) return <TextByLanguage {...props} />;
  const split = () => {
    set(path, { [t.lang]: shownText(value) });
    focusSoon(idOf([...path, t.lang]));
  };
  return (
    <>
      <TextField field={field} path={path} value={value} input="line" {...(max === undefined ? {} : { max })} />
      <button type="button" class="form-link form-after" onClick={split}>
        {t('form.byLanguage')}
      </button>
    </>
  );
}

function TextByLanguage({ field, path, value, lines, max }: Props) {
  const context = useForm();
  const texts = isFields(value) ? value : {};
  const written = Object.keys(texts);
  const shown = written.length > 0 ? written : [context.t.lang];
  return (
    <Grouped field={field} path={path} issues={issuesAt(context.issues, path, false)}>
      {shown.map((language) => (
        <TextIn
          key={language}
          path={[...path, language]}
          language={language}
          text={shownText(texts[language])}
          lines={lines}
          removable={shown.length > 1}
          max={max}
        />
      ))}
      <AddLanguage path={path} taken={shown} title={labelText(field.label, context).title} />
    </Grouped>
  );
}

interface TextInProps {
  readonly path: ValuePath;
  readonly language: string;
  readonly text: string;
  readonly lines: boolean;
  readonly removable: boolean;
  readonly max: number | undefined;
}

function TextIn({ path, language, text, lines, removable, max }: TextInProps) {
  const { t, set, issues: all } = useForm();
  const issues = issuesAt(all, path);
  const name = languageName(language, t.lang);
  const common = {
    id: idOf(path),
    value: text,
    lang: language,
    dir: directionOf(language),
    autocomplete: 'off',
    ...described(path, { help: false, issues }),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => set(path, currentTarget.value),
  };
  const remove = () => {
    set(path, undefined);
    focusSoon(`${idOf(path.slice(0, -1))}-language`);
  };
  return (
    <div class="form-language">
      <div class="form-row">
        <label for={idOf(path)}>{name}</label>
        {removable && (
          <button type="button" class="form-link" onClick={remove}>
            {t('form.remove')}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </div>
      <Issues issues={issues} path={path} />
      {lines ? <textarea rows={8} {...common} /> : <textarea rows={2} class="form-line" {...oneLine(common)} />}
      <Count text={text} max={max} />
    </div>
  );
}

type Common = { onInput: (event: { currentTarget: { value: string } }) => void };

/** A text of one line gets two to be read in; a line end that is typed or pasted into it becomes a space. */
function oneLine<T extends Common>(common: T): T {
  return {
    ...common,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const lines = currentTarget.value.split('\n');
      if (lines.length > 1) currentTarget.value = lines.map((line) => line.trim()).join(' ');
      common.onInput({ currentTarget });
    },
  };
}

function AddLanguage({ path, taken, title }: { path: ValuePath; taken: readonly string[]; title: string }) {
  const { t, set, page, form } = useForm();
  const [chosen, setChosen] = useState('');
  const id = `${idOf(path)}-language`;
  // Two hundred languages: not with each key of a text.
  const options = useMemo(
    () => languageOptions(taken, page.config.languages, t.lang),
    [taken.join(' '), page.config.languages, t.lang],
  );
  const add = () => {
    if (chosen === '') return;
    // The language that is shown before anything is typed is one of the record's from now on.
    if (form.values[String(path[0])] === undefined) for (const tag of taken) set([...path, tag], '');
    set([...path, chosen], '');
    setChosen('');
    focusSoon(idOf([...path, chosen]));
  };
  return (
    <div class="form-row form-add">
      <select
        id={id}
        class="form-medium"
        autocomplete="off"
        aria-label={t('form.languageOf', { field: title })}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        <option value="">{t('form.anotherLanguage')}</option>
        {options}
      </select>
      <button type="button" class="form-small-button" onClick={add}>
        {t('form.addLanguage')}
        <span class="visually-hidden"> ({title})</span>
      </button>
    </div>
  );
}

/** The languages that may be added: first those of this copy. */
function languageOptions(taken: readonly string[], own: readonly string[], lang: string) {
  const first = own.filter((tag) => !taken.includes(tag));
  const others = languageTags(lang).filter((tag) => !taken.includes(tag) && !first.includes(tag));
  return [...first, ...others].map((tag) => (
    <option key={tag} value={tag}>
      {languageName(tag, lang)}
    </option>
  ));
}
