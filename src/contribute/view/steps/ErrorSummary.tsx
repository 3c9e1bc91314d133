import { useForm } from '../context.ts';
import { Summary } from '../Summary.tsx';
import { idOf, type ShownIssue } from '../shown-issue.ts';

interface Props {
  readonly errors: readonly ShownIssue[];
  readonly attempt: number;
  /** Goes on all the same: nobody is kept from seeing what a record would look like. */
  readonly goOn: () => void;
}

/** What is wrong on a step. */
export function ErrorSummary({ errors, attempt, goOn }: Props) {
  const { t } = useForm();
  return (
    <Summary t={t} faults={errors.map(({ message, path }) => ({ message, id: idOf(path) }))} attempt={attempt}>
      <button type="button" class="form-link" onClick={goOn}>
        {t('form.goOn')}
      </button>
    </Summary>
  );
}
