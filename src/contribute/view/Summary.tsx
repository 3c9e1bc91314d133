import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translator } from '../../i18n/t.ts';
import { focusField } from './focus.ts';
import { SaidText } from './SaidText.tsx';
import type { Said } from './words.ts';

interface Props {
  readonly t: Translator;
  /** What is wrong, and the id of what is filled in there. */
  readonly faults: readonly { readonly id: string; readonly message: Said }[];
  /** Changes with each attempt: the summary takes the focus again. */
  readonly attempt: number;
  readonly children?: ComponentChildren;
}

/** What is wrong, each a link to where it is mended. */
export function Summary({ t, faults, attempt, children }: Props) {
  const summary = useRef<HTMLElement>(null);
  useLayoutEffect(() => summary.current?.focus(), [attempt]);
  return (
    <section class="form-summary" tabIndex={-1} ref={summary} aria-labelledby="form-summary-title">
      <h2 id="form-summary-title">{t('form.problem', { count: faults.length })}</h2>
      <ul role="list">
        {faults.map(({ id, message }) => (
          <li>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(id);
              }}
            >
              <SaidText said={message} />
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
