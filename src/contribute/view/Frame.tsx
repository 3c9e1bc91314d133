import type { ComponentChildren } from 'preact';
import { nameOf } from '../form/form-state.ts';
import { type Step, stepsOf, stepTitle } from '../form/steps.ts';
import { useForm } from './context.ts';
import type { View } from './history.ts';
import { ResetDialog } from './ResetDialog.tsx';
import type { DraftKeeping } from './use-draft.ts';
import { useTitle } from './use-title.ts';

interface Props {
  readonly view: Step;
  readonly go: (view: View) => void;
  readonly keeping: DraftKeeping;
  readonly reset: () => void;
  readonly children: ComponentChildren;
}

/** What stands around every step: how far one is, what is kept, and the way out. */
export function Frame({ view, go, keeping, reset, children }: Props) {
  const { t, form, issues } = useForm();
  const correcting = form.original !== undefined;
  const steps = stepsOf(form.kind);
  const title = t(stepTitle(view, correcting));
  const heading = useTitle(
    title,
    issues.some(({ issue }) => issue.severity === 'error'),
  );
  const name = nameOf(form, t.lang);
  const kind = t(`schemaName.${form.kind}`);
  return (
    <section class="ledger ledger-first form-frame">
      <div class="ledger-heading">
        <p class="form-caption">
          {t('form.stepOf', { number: steps.indexOf(view) + 1, count: steps.length })}
          {' · '}
          {kind}
          {name !== '' && (
            <>
              {' · '}
              <bdi>{name}</bdi>
            </>
          )}
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
      </div>
      <div class="ledger-rail">
        <nav aria-label={t('form.steps')}>
          <ol class="form-steps" role="list">
            {steps.map((step) => (
              <li key={step}>
                <a
                  href={`#${step}`}
                  aria-current={step === view ? 'step' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    go(step);
                  }}
                >
                  {t(stepTitle(step, correcting))}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <Kept keeping={keeping} />
        <ResetDialog t={t} reset={reset} />
      </div>
      <div class="ledger-body">{children}</div>
    </section>
  );
}

/** Whether this browser keeps what is typed. */
function Kept({ keeping: { drafts, saved, draft } }: { keeping: DraftKeeping }) {
  const { t } = useForm();
  if (!drafts.keeping()) return <p>{t('form.keptNot')}</p>;
  if (saved?.kept === false) return <p class="form-advice">{t('form.keptFailed')}</p>;
  return <p>{t(draft === undefined ? 'form.keptSoon' : 'form.kept')}</p>;
}
