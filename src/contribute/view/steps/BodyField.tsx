import { useForm } from '../context.ts';
import { described, Issues, issuesAt } from '../controls/Field.tsx';
import { BODY, idOf } from '../shown-issue.ts';

/** The text below the fields, of the kinds that have one. */
export function BodyField() {
  const { t, form, change, issues: all } = useForm();
  const path = [BODY];
  const issues = issuesAt(all, path);
  return (
    <div class={`form-field${issues.length > 0 ? ' form-wrong' : ''}`}>
      <label class="form-label" for={idOf(path)}>
        {t('form.body')}
      </label>
      <p class="form-help" id={`${idOf(path)}-help`}>
        {t('form.bodyHelp')}
      </p>
      <Issues issues={issues} path={path} />
      <textarea
        id={idOf(path)}
        rows={14}
        value={form.body}
        autocomplete="off"
        {...described(path, { help: true, issues })}
        onInput={({ currentTarget }) => change({ body: currentTarget.value })}
      />
    </div>
  );
}
