import { useEffect, useState } from 'preact/hooks';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import type { FormField } from '../../form/field.ts';
import { placeOf, recordOf } from '../../form/form-state.ts';
import { groupsOf, type Step, stepOfPath, stepsOf, stepTitle } from '../../form/steps.ts';
import { type FormContext, useForm } from '../context.ts';
import { labelText } from '../controls/Field.tsx';
import { focusField } from '../focus.ts';
import type { View } from '../history.ts';
import { saveFile } from '../save-file.ts';
import { idOf, type ShownIssue } from '../shown-issue.ts';
import { dayOfClock } from '../use-check.ts';
import { useCheck, useFields } from '../use-fields.ts';
import { type Answer, answersOf } from './answer-words.ts';
import { Changes } from './Changes.tsx';
import { Preview } from './Preview.tsx';
import { useRecordText } from './use-text.ts';

type Go = (view: View) => void;

/** All answers once more, what the check says of them, and what the record will look like. */
export function AnswersPage({ go }: { go: Go }) {
  const { t, form } = useForm();
  const check = useCheck();
  const [found, setFound] = useState<readonly ShownIssue[]>();
  useEffect(() => {
    check().then(setFound);
  }, []);
  return (
    <>
      <Findings found={found} go={go} />
      {form.original !== undefined && <Changes />}
      <section class="form-preview">
        <h2>{t('form.preview')}</h2>
        <Preview />
      </section>
      <section>
        <h2>{t('form.answers')}</h2>
        {stepsOf(form.kind).map((step) => (
          <StepAnswers key={step} step={step} go={go} />
        ))}
        <Place go={go} />
      </section>
      <RecordFile />
      <p class="buttons">
        <button type="button" class="button" onClick={() => go('send')}>
          {t('form.continue')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => history.back()}>
          {t('form.back')}
        </button>
      </p>
    </>
  );
}

/** Goes to a step and, once it is drawn, to a field there. */
function goToField(go: Go, step: Step, id: string): void {
  go(step);
  setTimeout(() => focusField(id), 100);
}

function Findings({ found, go }: { found: readonly ShownIssue[] | undefined; go: Go }) {
  const { t, form } = useForm();
  if (found === undefined) return <p role="status">{t('form.checking')}</p>;
  const errors = found.filter(({ issue }) => issue.severity === 'error');
  const advice = found.filter(({ issue }) => issue.severity !== 'error');
  const list = (issues: readonly ShownIssue[]) => (
    <ul>
      {issues.map(({ message, hint, path }) => (
        <li>
          <a
            href={`#${stepOfPath(form.kind, path)}`}
            onClick={(event) => {
              event.preventDefault();
              goToField(go, stepOfPath(form.kind, path), idOf(path));
            }}
          >
            {message}
          </a>{' '}
          {hint}
        </li>
      ))}
    </ul>
  );
  if (found.length === 0) return <p class="form-fine">{t('form.allFine')}</p>;
  return (
    <>
      {errors.length > 0 && (
        <section class="form-summary">
          <h2>{t('form.mustMend', { count: errors.length })}</h2>
          {list(errors)}
        </section>
      )}
      {advice.length > 0 && (
        <section class="notice">
          <h2>{t('form.mayMend', { count: advice.length })}</h2>
          {list(advice)}
        </section>
      )}
    </>
  );
}

function StepAnswers({ step, go }: { step: Step; go: Go }) {
  const context = useForm();
  const { t, form } = context;
  const { fields } = useFields();
  const record = recordOf(form);
  const names = groupsOf(form.kind, step).flatMap((group) => group.fields);
  const answered = names
    .map((name) => fields.find((field) => field.name === name))
    .filter((field): field is FormField => field !== undefined && record[field.name] !== undefined);
  if (answered.length === 0) return null;
  return (
    <>
      <h3>{t(stepTitle(step, form.original !== undefined))}</h3>
      <dl class="form-answers">
        {answered.map((field) => (
          <Row
            key={field.name}
            title={labelText(field.label, context).title}
            go={() => goToField(go, step, idOf([field.name]))}
          >
            <Answers answers={answersOf(field, record[field.name], context)} />
          </Row>
        ))}
      </dl>
    </>
  );
}

function Row({ title, go, children }: { title: string; go?: () => void; children: preact.ComponentChildren }) {
  const { t } = useForm();
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
      {go !== undefined && (
        <dd class="form-change">
          <button type="button" class="form-link" onClick={go}>
            {t('form.changeAnswer')}
            <span class="visually-hidden"> {title}</span>
          </button>
        </dd>
      )}
    </div>
  );
}

function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <ul role="list">
      {answers.map((answer) =>
        'text' in answer ? (
          <li>
            <bdi {...languageAttributes(answer.lang)}>{answer.text}</bdi>
          </li>
        ) : (
          <li>
            <span class="soft">{answer.title}</span>
            <Answers answers={answer.answers} />
          </li>
        ),
      )}
    </ul>
  );
}

function Place({ go }: { go: Go }) {
  const { t, form, page } = useForm();
  const { zone, slug } = placeOf(form, { zones: page.config.zones, today: dayOfClock() });
  const change = form.original === undefined ? { go: () => goToField(go, 'about', 'f-@place-zone') } : {};
  return (
    <dl class="form-answers">
      <Row title={t('record.id')} {...change}>
        <code dir="ltr">{`${zone}/${slug}`}</code>
      </Row>
    </dl>
  );
}

/** The file as it will be sent. */
function RecordFile() {
  const { t, form, page }: FormContext = useForm();
  const text = useRecordText();
  if (text === undefined) return null;
  const { slug } = placeOf(form, { zones: page.config.zones, today: dayOfClock() });
  return (
    <details class="form-fold">
      <summary>
        <h2>{t('form.yaml')}</h2>
      </summary>
      <pre dir="ltr" tabIndex={0}>
        {text}
      </pre>
      <button type="button" class="form-small-button" onClick={() => saveFile(`${slug}.yaml`, text)}>
        {t('form.download')}
      </button>
    </details>
  );
}
