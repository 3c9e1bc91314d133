import type { NotCarried } from '../../../exchange/imported.ts';
import type { FormState } from '../../form/form-state.ts';
import type { View } from '../history.ts';

/** Something that a read file says and the form has no place for. */
export type Carried = NotCarried;

/** Begins to fill in a form. */
export type Begin = (
  form: FormState,
  more?: {
    /** What could not be carried over. */
    readonly carried?: readonly Carried[];
    /** True where it holds answers that are worth keeping as a draft. */
    readonly answered?: boolean;
    readonly view?: View;
  },
) => void;
