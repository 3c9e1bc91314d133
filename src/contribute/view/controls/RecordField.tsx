import { useMemo } from 'preact/hooks';
import type { FormField } from '../../form/field.ts';
import { FormProvider, useForm } from '../context.ts';
import { AnyField } from './AnyField.tsx';

/**
 * A field of the record itself. It is drawn again when its own answer changes, or what is said about the answers: a key that is typed into
 * another field costs it nothing. So what stands in it may ask the form for its own answer only, and for the kind.
 */
export function RecordField({ field }: { field: FormField }) {
  const context = useForm();
  const { page, t, text, known, set, change, issues, say, form } = context;
  const value = form.values[field.name];
  return useMemo(
    () => (
      <FormProvider value={context}>
        <AnyField field={field} path={[field.name]} value={value} />
      </FormProvider>
    ),
    [field, value, form.kind, page, t, text, known, set, change, issues, say],
  );
}
