import { useRef, useState } from 'preact/hooks';
import { KINDS } from '../../../schema/kinds.ts';
import { groupsOf, type Step, stepsOf } from '../../form/steps.ts';
import { useForm } from '../context.ts';
import { RecordField } from '../controls/RecordField.tsx';
import type { View } from '../history.ts';
import { BODY, PLACE, type ShownIssue } from '../shown-issue.ts';
import type { Begin, Carried } from '../start/begin.ts';
import { useCheck, useFields } from '../use-fields.ts';
import { BodyField } from './BodyField.tsx';
import { CarriedOver } from './CarriedOver.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { OptionalGroups } from './OptionalGroups.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { SameThing, useDuplicates } from './SameThing.tsx';

interface Props {
  readonly step: Step;
  readonly go: (view: View) => void;
  readonly begin: Begin;
  readonly carried: readonly Carried[];
  readonly setIssues: (issues: readonly ShownIssue[]) => void;
  readonly refresh: (all: readonly ShownIssue[]) => void;
}

/** A step with fields: they are checked when one goes on, and where one leaves a field that is told to be wrong. */
export function StepPage({ step, go, begin, carried, setIssues, refresh }: Props) {
  const { t, form, issues } = useForm();
  const { fields } = useFields();
  const check = useCheck();
  const same = useDuplicates();
  const [attempt, setAttempt] = useState(0);
  const steps = stepsOf(form.kind);
  const at = steps.indexOf(step);
  const next = steps[at + 1] ?? 'send';
  const groups = groupsOf(form.kind, step);
  const asksWhere = step === 'about';
  const errors = issues.filter(({ issue }) => issue.severity === 'error');
  const isHere = ({ path: [name] }: ShownIssue): boolean =>
    groups.some((group) => group.fields.includes(String(name))) || (asksWhere && (name === PLACE || name === BODY));

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const found = (await check()).filter(isHere);
    // A step without errors is left; what should be looked at is told again with all answers.
    if (found.some(({ issue }) => issue.severity === 'error')) {
      setIssues(found);
      setAttempt((count) => count + 1);
    } else if (step !== 'known' || same.mayGoOn()) go(next);
  };
  const latest = useRef(check);
  latest.current = check;
  const onLeave = () => {
    if (issues.length === 0) return;
    // The answer that is left may be on its way into the form.
    setTimeout(async () => refresh(await latest.current()));
  };

  return (
    <form noValidate autocomplete="off" onSubmit={onSubmit} onFocusOut={onLeave}>
      {errors.length > 0 && attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} goOn={() => go(next)} />}
      {at === 0 && <CarriedOver carried={carried} />}
      <Lead step={step} />
      {step === 'more' ? (
        <OptionalGroups groups={groups} fields={fields} />
      ) : (
        groups
          .flatMap((group) => group.fields)
          .map((name) => {
            const field = fields.find((candidate) => candidate.name === name);
            return field && <RecordField key={name} field={field} />;
          })
      )}
      {asksWhere && KINDS[form.kind].ending === 'mdx' && <BodyField />}
      {asksWhere && <PlaceFields />}
      {step === 'known' && <SameThing same={same} begin={begin} goOn={() => go(next)} />}
      <p class="buttons">
        <button type="submit" class="button">
          {t('form.continue')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => go(steps[at - 1] ?? 'start')}>
          {t('form.back')}
        </button>
      </p>
    </form>
  );
}

function Lead({ step }: { step: Step }) {
  const { t, form, known } = useForm();
  if (step === 'known' && known.failed) return <p class="form-advice">{t('form.knownFailed')}</p>;
  if (step === 'more') return <p>{t('form.moreLead')}</p>;
  if (step === 'known') return <p>{t(form.original === undefined ? 'form.knownLead' : 'form.correctLead')}</p>;
  return null;
}
