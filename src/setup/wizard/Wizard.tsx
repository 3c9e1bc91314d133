import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { focusSoon } from '../../contribute/view/focus.ts';
import { ResetDialog } from '../../contribute/view/ResetDialog.tsx';
import { Summary } from '../../contribute/view/Summary.tsx';
import { createTranslator } from '../../i18n/t.ts';
import { idOf, useWizard, WizardProvider } from './context.ts';
import { ByLanguageField, IncludeField, LanguagesField, TextField, ZoneField } from './Fields.tsx';
import { Look } from './Look.tsx';
import { type Fault, faultsIn, isAsked, type Outcome, outcomeOf, toldBy } from './outcome.ts';
import type { WizardData } from './page-data.ts';
import { Result } from './Result.tsx';
import { useWizardAnswers } from './use-wizard-answers.ts';
import { summaryWords } from './words.ts';

/** The whole page: questions, a sample of the look, and what comes of it. */
export function Wizard({ data }: { data: WizardData }) {
  const t = useMemo(() => createTranslator(data.lang, data.strings), [data]);
  const { state, setText, setNamed, setColors, reset, failed, touched, keeping } = useWizardAnswers(data);
  const [attempt, setAttempt] = useState(0);
  const [summed, setSummed] = useState<readonly Fault[]>([]);
  const [status, setStatus] = useState('');
  const told = useMemo(() => toldBy(state, data), [state, data]);
  const all = useMemo(() => faultsIn(told, state, data), [told]);
  const outcome = useMemo(() => (all.length === 0 ? outcomeOf(told, data) : undefined), [all]);
  const refused: readonly Fault[] = outcome === undefined || 'command' in outcome ? [] : [outcome];
  const found = [...all, ...refused];
  // What nobody was told yet is not held against them while they type.
  const faults = attempt === 0 ? [] : found;
  useTitle(summed.length > 0 && faults.length > 0, (title) => t('form.errorTitle', { title }));

  const submit = (event: Event) => {
    event.preventDefault();
    setSummed(found);
    setAttempt((count) => count + 1);
    if (found.length === 0) focusSoon('w-result');
  };
  const begin = () => {
    reset();
    setAttempt(0);
    setSummed([]);
    setStatus(t('form.resetDone'));
    focusSoon(idOf('zone'));
  };
  const keptWords = !keeping ? 'form.keptNot' : failed ? 'form.keptFailed' : touched ? 'form.kept' : 'form.keptSoon';
  const context = { data, t, state, told, faults, setText, setNamed, setColors, say: setStatus };
  return (
    <WizardProvider value={context}>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {summed.length > 0 && (
        <Summary
          t={t}
          faults={summed.map((fault) => ({
            id: idOf(fault.field),
            message: summaryWords(fault, t, data.strings),
          }))}
          attempt={attempt}
        />
      )}
      <form noValidate autocomplete="off" onSubmit={submit}>
        <Questions keptWords={t(keptWords)} begin={begin} />
      </form>
      {attempt > 0 && (
        <Part title={t('setup.result')} id="w-result" rail={<p>{t('setup.resultRail')}</p>}>
          <Outcomes outcome={outcome} mendFirst={t('setup.mendFirst')} />
        </Part>
      )}
    </WizardProvider>
  );
}

/** What is asked, part by part. */
function Questions({ keptWords, begin }: { keptWords: string; begin: () => void }) {
  const { t, told } = useWizard();
  return (
    <>
      <Part
        title={t('setup.partWho')}
        rail={
          <>
            <p>{t('setup.partWhoRail')}</p>
            <p>{keptWords}</p>
            <ResetDialog t={t} reset={begin} />
          </>
        }
      >
        <ZoneField />
        <LanguagesField />
        <ByLanguageField name="name" />
        <ByLanguageField name="tagline" />
      </Part>
      <Part title={t('setup.partWhere')} rail={<p>{t('setup.partWhereRail')}</p>}>
        <TextField name="url" />
        <TextField name="repository" />
        <ByLanguageField name="owner" />
        <TextField name="contact" />
        <TextField name="intake" />
        <TextField name="forum" />
      </Part>
      <Part title={t('setup.partRecords')} rail={<p>{t('setup.partRecordsRail')}</p>}>
        <TextField name="dataLicense" />
        <IncludeField />
        {isAsked('source', told) && <TextField name="source" />}
      </Part>
      <Part title={t('setup.partLook')} rail={<p>{t('setup.partLookRail')}</p>}>
        <Look />
        <p class="buttons">
          <button type="submit" class="button">
            {t('setup.show')}
          </button>
        </p>
      </Part>
    </>
  );
}

function Outcomes({ outcome, mendFirst }: { outcome: Outcome | Fault | undefined; mendFirst: string }) {
  return outcome !== undefined && 'command' in outcome ? <Result outcome={outcome} /> : <p>{mendFirst}</p>;
}

interface PartProps {
  readonly title: string;
  readonly rail: ComponentChildren;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A section of the ledger, as `Ledger.astro` draws it. */
function Part({ title, rail, id, children }: PartProps) {
  return (
    <section class="ledger">
      <div class="ledger-heading">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
      </div>
      <div class="ledger-rail">{rail}</div>
      <div class="ledger-body">{children}</div>
    </section>
  );
}

/** Says in the title of the page that something is wrong. */
function useTitle(wrong: boolean, wrongTitle: (title: string) => string): void {
  const plain = useRef(document.title);
  useEffect(() => {
    document.title = wrong ? wrongTitle(plain.current) : plain.current;
  }, [wrong]);
}
