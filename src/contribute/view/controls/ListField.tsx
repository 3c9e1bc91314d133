import type { ComponentChildren } from 'preact';
import type { FormField } from '../../form/field.ts';
import { useForm } from '../context.ts';
import { focusField, focusSoon } from '../focus.ts';
import { idOf } from '../shown-issue.ts';
import { type ControlProps, Grouped, issuesAt, labelText } from './Field.tsx';

interface Props extends ControlProps {
  readonly fields: readonly FormField[];
  /** Draws a field of any type: the one that draws this. */
  readonly draw: (props: ControlProps) => ComponentChildren;
}

/** Any number of things with the same fields: each can be removed and moved. */
export function ListField({ field, path, value, fields, draw }: Props) {
  const context = useForm();
  const { t, set, say } = context;
  const items = Array.isArray(value) ? value : [];
  const { title } = labelText(field.label, context);
  const addId = `${idOf(path)}-add`;
  const add = () => {
    set([...path, items.length], {});
    requestAnimationFrame(() => focusField(idOf([...path, items.length])));
    say(t('form.itemAdded', { item: t('form.item', { field: title, number: items.length + 1 }) }));
  };
  const remove = (index: number) => {
    set(path, items.length === 1 ? undefined : items.filter((_, at) => at !== index));
    say(t('form.itemRemoved', { item: t('form.item', { field: title, number: index + 1 }) }));
    focusSoon(addId);
  };
  const raise = (index: number) => {
    set(path, [...items.slice(0, index - 1), items[index], items[index - 1], ...items.slice(index + 1)]);
    say(t('form.itemMoved', { number: index }));
    focusSoon(`${idOf([...path, index - 1])}-remove`);
  };
  return (
    <Grouped field={field} path={path} issues={issuesAt(context.issues, path, false)} strong>
      {items.map((item, index) => {
        const name = t('form.item', { field: title, number: index + 1 });
        return (
          // Items have no identity but their place.
          <fieldset key={index} class="form-item" id={idOf([...path, index])}>
            <legend>{name}</legend>
            {fields.map((inner) =>
              draw({ field: inner, path: [...path, index, inner.name], value: fieldOf(item, inner) }),
            )}
            <div class="form-row">
              {index > 0 && (
                <button type="button" class="form-small-button" onClick={() => raise(index)}>
                  {t('form.moveUp')}
                  <span class="visually-hidden"> {name}</span>
                </button>
              )}
              <button
                type="button"
                class="form-small-button"
                id={`${idOf([...path, index])}-remove`}
                onClick={() => remove(index)}
              >
                {t('form.remove')}
                <span class="visually-hidden"> {name}</span>
              </button>
            </div>
          </fieldset>
        );
      })}
      <button type="button" class="form-small-button" id={addId} onClick={add}>
        {t(items.length === 0 ? 'form.addFirst' : 'form.addAnother')}
        <span class="visually-hidden"> ({title})</span>
      </button>
    </Grouped>
  );
}

/** The fields of one thing. */
export function GroupField({ field, path, value, fields, draw }: Props) {
  const { issues } = useForm();
  return (
    <Grouped field={field} path={path} issues={issuesAt(issues, path, false)} strong>
      {fields.map((inner) => draw({ field: inner, path: [...path, inner.name], value: fieldOf(value, inner) }))}
    </Grouped>
  );
}

function fieldOf(item: unknown, { name }: FormField): unknown {
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[name] : undefined;
}
