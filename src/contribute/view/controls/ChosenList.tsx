import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { useForm } from '../context.ts';
import { focusSoon } from '../focus.ts';
import { idOf } from '../shown-issue.ts';
import { Combobox } from './Combobox.tsx';
import { type ControlProps, described, describedBy, Help, Issues, issuesAt, labelText, Title } from './Field.tsx';
import type { Choices } from './sources.ts';

interface Props extends Pick<ControlProps, 'field' | 'path'> {
  readonly choices: Choices;
  readonly chosen: readonly string[];
  readonly most?: number;
  /** True where the order says something. */
  readonly ordered?: boolean;
  /** True where what is not listed yet is named by its id. */
  readonly named?: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** What was chosen, each to be removed, and an input that finds more. */
export function ChosenList({
  field,
  path,
  choices,
  chosen,
  most = Number.POSITIVE_INFINITY,
  ordered,
  named,
  onChange,
}: Props) {
  const context = useForm();
  const { t, say } = context;
  const issues = issuesAt(context.issues, path);
  const { title, help } = labelText(field.label, context);
  const id = idOf(path);
  const add = (value: string) => {
    if (!chosen.includes(value)) onChange([...chosen, value]);
    say(t('form.chosen', { value: choices.show(value).label }));
    if (chosen.length + 1 >= most) focusSoon(`${id}-remove-${chosen.length}`);
  };
  const remove = (value: string) => {
    onChange(chosen.filter((one) => one !== value));
    say(t('form.removed', { value: choices.show(value).label }));
    focusSoon(id);
  };
  const raise = (value: string) => {
    onChange([value, ...chosen.filter((one) => one !== value)]);
    say(t('form.first', { value: choices.show(value).label }));
    focusSoon(`${id}-remove-0`);
  };
  const wrong = issues.some(({ issue }) => issue.severity === 'error');
  const full = chosen.length >= most;
  return (
    <div class={`form-field${wrong ? ' form-wrong' : ''}`}>
      {full ? (
        <p class="form-label">
          <Title field={field} />
        </p>
      ) : (
        <label class="form-label" for={id}>
          <Title field={field} />
        </label>
      )}
      <Help field={field} path={path} />
      <Issues issues={issues} path={path} />
      {chosen.length > 0 && (
        <ul class="form-chosen" role="list" aria-label={title}>
          {chosen.map(choices.show).map((option, index) => (
            <li key={option.value}>
              <span class="form-chosen-name">
                <bdi {...languageAttributes(option.lang)}>{option.label}</bdi>
                {option.hint !== undefined && <span class="soft small"> {option.hint}</span>}
              </span>
              {ordered && index > 0 && (
                <button type="button" class="form-link" onClick={() => raise(option.value)}>
                  {t('form.toFirst')}
                  <span class="visually-hidden"> {option.label}</span>
                </button>
              )}
              <button
                type="button"
                class="form-link"
                id={`${id}-remove-${index}`}
                onClick={() => remove(option.value)}
                {...(full ? describedBy(path, { help: help !== undefined, issues }) : {})}
              >
                {t(full ? 'form.changeChoice' : 'form.remove')}
                <span class="visually-hidden"> {option.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {!full && (
        <Combobox
          id={id}
          described={described(path, { help: help !== undefined, issues })}
          hint={t(named ? 'form.reference' : 'form.search')}
          search={choices.search}
          onChoose={add}
          onLeave={(text) => add(choices.read(text))}
          listLabel={t('form.suggestions', { field: title })}
        />
      )}
    </div>
  );
}
