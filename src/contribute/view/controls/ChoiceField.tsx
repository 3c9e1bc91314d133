import { languageAttributes } from '../../../i18n/language-attributes.ts';
import type { Source } from '../../form/field.ts';
import { shownText } from '../../form/typed.ts';
import { useForm } from '../context.ts';
import { idOf } from '../shown-issue.ts';
import { ChosenList } from './ChosenList.tsx';
import { type ControlProps, described, Grouped, issuesAt, Labelled, labelText } from './Field.tsx';
import { choicesOf } from './sources.ts';

/** One of many: radios where there are few and one is needed, else a list of the browser, else found by typing. */
export function ChoiceField({ field, path, value, source }: ControlProps & { source: Source }) {
  const context = useForm();
  const { t, set } = context;
  const choices = choicesOf(source, context);
  const issues = issuesAt(context.issues, path);
  const chosen = shownText(value);
  if (choices.all === undefined)
    return (
      <ChosenList
        field={field}
        path={path}
        choices={choices}
        chosen={chosen === '' ? [] : [chosen]}
        most={1}
        named={isNamed(source)}
        onChange={([first]) => set(path, first)}
      />
    );
  const { all } = choices;
  if (field.required && source.from === 'enumeration')
    return (
      <Grouped field={field} path={path} issues={issues}>
        <div class="form-options">
          {all.map((option, index) => (
            <label key={option.value}>
              <input
                type="radio"
                id={`${idOf(path)}-${index}`}
                name={idOf(path)}
                value={option.value}
                checked={option.value === chosen}
                autocomplete="off"
                onChange={() => set(path, option.value)}
              />
              <span {...languageAttributes(option.lang)}>{option.label}</span>
            </label>
          ))}
        </div>
      </Grouped>
    );
  const { help } = labelText(field.label, context);
  const known = all.some((option) => option.value === chosen);
  return (
    <Labelled field={field} path={path} issues={issues}>
      <select
        id={idOf(path)}
        class="form-medium"
        autocomplete="off"
        value={chosen}
        {...described(path, { help: help !== undefined, issues })}
        onChange={({ currentTarget }) => set(path, currentTarget.value === '' ? undefined : currentTarget.value)}
      >
        <option value="">{t(field.required ? 'form.choose' : 'answer.notStated')}</option>
        {chosen !== '' && !known && <option value={chosen}>{chosen}</option>}
        {all.map((option) => (
          <option key={option.value} value={option.value} {...languageAttributes(option.lang)}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Several of many: boxes to tick where there are few, else found by typing. */
export function ChoicesField({ field, path, value, source }: ControlProps & { source: Source }) {
  const context = useForm();
  const choices = choicesOf(source, context);
  const issues = issuesAt(context.issues, path);
  const chosen = Array.isArray(value) ? value.map(shownText) : [];
  const change = (values: readonly string[]) => context.set(path, values.length === 0 ? undefined : values);
  if (choices.all === undefined)
    return (
      <ChosenList
        field={field}
        path={path}
        choices={choices}
        chosen={chosen}
        ordered={source.from === 'vocabulary'}
        named={isNamed(source)}
        onChange={change}
      />
    );
  const others = chosen.filter((one) => !choices.all?.some((option) => option.value === one));
  return (
    <Grouped field={field} path={path} issues={issues}>
      <div class="form-options">
        {[...choices.all, ...others.map(choices.show)].map((option, index) => (
          <label key={option.value}>
            <input
              type="checkbox"
              id={`${idOf(path)}-${index}`}
              checked={chosen.includes(option.value)}
              autocomplete="off"
              onChange={({ currentTarget }) =>
                change(currentTarget.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))
              }
            />
            <span {...languageAttributes(option.lang)}>{option.label}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}

function isNamed(source: Source): boolean {
  return source.from === 'records' && !source.free;
}
