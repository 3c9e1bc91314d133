import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../../i18n/t.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { FormState } from '../form/form-state.ts';
import type { KnownTools } from './known-tools.ts';
import type { PageData } from './page-data.ts';
import type { ShownIssue } from './shown-issue.ts';

/** What every part of the form works with. */
export interface FormContext {
  readonly page: PageData;
  readonly t: Translator;
  /** The text of a key that is put together from data, or `undefined` where there is none. */
  readonly text: (key: string) => string | undefined;
  readonly known: KnownTools;
  readonly form: FormState;
  /** Sets an answer. `undefined` takes it away. */
  readonly set: (path: ValuePath, value: unknown) => void;
  /** Sets what is no field of the record: its place, its text. */
  readonly change: (change: Partial<FormState>) => void;
  /** What is said about the answers, as far as it is shown. */
  readonly issues: readonly ShownIssue[];
  /** Says something politely to who cannot see it. */
  readonly say: (text: string) => void;
}

const Context = createContext<FormContext | undefined>(undefined);
export const FormProvider = Context.Provider;

/** What all parts of the form share. @throws outside of a form */
export function useForm(): FormContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('A part of the form stands outside of it.');
  return context;
}

/** The text of a key from a table of keys: the strings are typed, the tables are data. */
export function textOf(strings: PageData['strings'], key: string): string | undefined {
  const value = Object.hasOwn(strings, key) ? strings[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
