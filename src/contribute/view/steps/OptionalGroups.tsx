import type { FormField } from '../../form/field.ts';
import type { FieldGroup } from '../../form/groups.ts';
import { filled } from '../../form/values.ts';
import { useForm } from '../context.ts';
import { RecordField } from '../controls/RecordField.tsx';

/** The groups of what may be left out, folded; each says how many of its fields are filled in. */
export function OptionalGroups({ groups, fields }: { groups: readonly FieldGroup[]; fields: readonly FormField[] }) {
  const { t, form } = useForm();
  const answers = filled(form.values);
  return (
    <>
      {groups.map((group) => {
        const shown = fields.filter(({ name }) => group.fields.includes(name));
        const count = shown.filter(({ name }) => answers[name] !== undefined).length;
        if (shown.length === 0) return null;
        return (
          <details key={group.title} class="form-fold">
            <summary>
              <h2>{t(group.title)}</h2>
              {count > 0 && <span class="form-caption">{t('form.answered', { count })}</span>}
            </summary>
            {shown
              .toSorted((a, b) => group.fields.indexOf(a.name) - group.fields.indexOf(b.name))
              .map((field) => (
                <RecordField key={field.name} field={field} />
              ))}
          </details>
        );
      })}
    </>
  );
}
