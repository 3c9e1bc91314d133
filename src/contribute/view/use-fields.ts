import { useMemo } from 'preact/hooks';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Kind } from '../../schema/kinds.ts';
import { withExtensionFields } from '../form/extension-fields.ts';
import type { FormField } from '../form/field.ts';
import { formFields } from '../form/form-model.ts';
import { useForm } from './context.ts';
import { labelText } from './controls/Field.tsx';
import type { ShownIssue } from './shown-issue.ts';
import { checkForm, titleAt } from './use-check.ts';

/** The fields of the form's kind, and what each place of them is called. */
export function useFields(): { fields: readonly FormField[]; titleOf: (path: ValuePath) => string | undefined } {
  const context = useForm();
  const { kind } = context.form;
  const fields = useMemo(() => fieldsOfKind(kind, context.page.config.extensions), [kind, context.page]);
  return { fields, titleOf: (path) => titleAt(fields, path, (field) => labelText(field.label, context).title) };
}

function fieldsOfKind(kind: Kind, extensions: Parameters<typeof withExtensionFields>[2]): FormField[] {
  return withExtensionFields(formFields(kind), kind, extensions);
}

/** Checks the form as it stands. */
export function useCheck(): () => Promise<ShownIssue[]> {
  const { form, known, page, t } = useForm();
  const { titleOf } = useFields();
  return () => checkForm(form, known, page, titleOf, t);
}
