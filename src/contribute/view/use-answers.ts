import { useCallback, useState } from 'preact/hooks';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { FormState } from '../form/form-state.ts';
import { withValue } from '../form/values.ts';

/** What is filled in, and whether anything was typed since it was opened. */
export interface Answers {
  readonly form: FormState | undefined;
  readonly touched: boolean;
  /** Takes another record, or none; `touched` where its answers are worth keeping already. */
  readonly replace: (form: FormState | undefined, touched?: boolean) => void;
  /** Sets what is no field of the record: its place, its text. */
  readonly change: (changes: Partial<FormState>) => void;
  /** Sets an answer. `undefined` takes it away. */
  readonly set: (path: ValuePath, value: unknown) => void;
}

/** The answers of the form, and whether the person has changed any. */
export function useAnswers(): Answers {
  const [form, setForm] = useState<FormState>();
  const [touched, setTouched] = useState(false);
  const replace = useCallback((next: FormState | undefined, isTouched = false) => {
    setForm(next);
    setTouched(isTouched);
  }, []);
  const edit = useCallback((edited: (state: FormState) => FormState) => {
    setTouched(true);
    setForm((state) => (state === undefined ? state : edited(state)));
  }, []);
  const change = useCallback((changes: Partial<FormState>) => edit((state) => ({ ...state, ...changes })), [edit]);
  const set = useCallback(
    (path: ValuePath, value: unknown) => edit((state) => ({ ...state, values: withValue(state.values, path, value) })),
    [edit],
  );
  return { form, touched, replace, change, set };
}
