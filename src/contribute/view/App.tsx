import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createTranslator, type Translator } from '../../i18n/t.ts';
import { openFailure } from './beginning.ts';
import { FormProvider, textOf } from './context.ts';
import { Frame } from './Frame.tsx';
import { knownTools, loadKnown } from './known-tools.ts';
import type { PageData } from './page-data.ts';
import { type StartContext, StartPage } from './start/StartPage.tsx';
import { SuggestPage } from './start/SuggestPage.tsx';
import { AnswersPage } from './steps/AnswersPage.tsx';
import { SendPage } from './steps/SendPage.tsx';
import { StepPage } from './steps/StepPage.tsx';
import { useBackAndForward, useLeaveWarning, useOpening } from './use-address.ts';
import { useLoadFailures } from './use-load-failures.ts';
import { type Session, useSession } from './use-session.ts';

/** The whole form. */
export function App({ page }: { page: PageData }) {
  const t = useMemo(() => createTranslator(page.lang, page.strings), [page]);
  const text = useCallback((key: string) => textOf(page.strings, key), [page]);
  const [known, setKnown] = useState(() => knownTools());
  const [failure, setFailure] = useState<string>();
  const [status, setStatus] = useState('');
  const session = useSession(page.base);
  useEffect(() => {
    loadKnown(page.base).then(setKnown, () => setKnown(knownTools(undefined, 'failed')));
  }, []);
  useOpening(page, session, (error) => setFailure(openFailure(error, t)));
  useBackAndForward(session);
  useLeaveWarning(session);
  const failures = useLoadFailures(session.view);

  const { set, change } = session.answers;
  const context = { page, t, text, known, set, change, issues: session.checking.issues, say: setStatus };
  const reset = () => {
    session.reset();
    setStatus(t('form.resetDone'));
  };
  return (
    <>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {failures > 0 && <LoadFailure key={failures} t={t} />}
      <Shown context={context} session={session} failure={failure} reset={reset} />
    </>
  );
}

/** Said anew, and brought into view, each time: the button that asked for it may be far below. The focus stays there, to try again. */
function LoadFailure({ t }: { t: Translator }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <p class="form-error" role="alert" ref={said}>
      {t('form.loadFailed')}
    </p>
  );
}

interface ShownProps {
  readonly context: StartContext;
  readonly session: Session;
  /** Why what the address asks for did not open. */
  readonly failure: string | undefined;
  readonly reset: () => void;
}

/** The view that stands in the address: without a record in the form there is only the start. */
function Shown({ context, session, failure, reset }: ShownProps) {
  const { view, answers, keeping, go, begin, resume } = session;
  if (view === 'suggest') return <SuggestPage context={context} back={() => go('start')} />;
  if (answers.form === undefined || view === 'start') {
    const suggest = () => go('suggest');
    return <StartPage {...{ context, keeping, failure, begin, resume, suggest }} />;
  }
  return (
    <FormProvider value={{ ...context, form: answers.form }}>
      <Frame key={view} view={view} go={go} keeping={keeping} reset={reset}>
        <ShownStep session={session} />
      </Frame>
    </FormProvider>
  );
}

function ShownStep({ session: { view, go, begin, carried, checking } }: { session: Session }) {
  if (view === 'start' || view === 'suggest') return null;
  if (view === 'answers') return <AnswersPage go={go} />;
  if (view === 'send') return <SendPage go={go} begin={begin} />;
  const { setIssues, refresh } = checking;
  return <StepPage key={view} step={view} {...{ go, begin, carried, setIssues, refresh }} />;
}
