import { useEffect, useRef } from 'preact/hooks';
import { useForm } from '../context.ts';
import { focusField } from '../focus.ts';
import { idOf, type ShownIssue } from '../shown-issue.ts';

interface Props {
  readonly errors: readonly ShownIssue[];
  /** Changes with each attempt: the summary takes the focus again. */
  readonly attempt: number;
  /** Goes on all the same: nobody is kept from seeing what a record would look like. */
  readonly goOn: () => void;
}

/** What is wrong on a step, each a link to where it is mended. */
export function ErrorSummary({ errors, attempt, goOn }: Props) {
  const { t } = useForm();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => summary.current?.focus(), [attempt]);
  return (
    <section class="form-summary" tabIndex={-1} ref={summary} aria-labelledby="form-summary-title">
      <h2 id="form-summary-title">{t('form.problem', { count: errors.length })}</h2>
      <ul role="list">
        {errors.map(({ message, path }) => (
          <li>
            <a
              href={`#${idOf(path)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(idOf(path));
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" class="form-link" onClick={goOn}>
        {t('form.goOn')}
      </button>
    </section>
  );
}
