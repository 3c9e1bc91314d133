import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createTranslator } from '../../i18n/t.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Draft } from '../drafts/drafts.ts';
import { type FormState, readState } from '../form/form-state.ts';
import { stepsOf } from '../form/steps.ts';
import { withValue } from '../form/values.ts';
import { openingOf } from './beginning.ts';
import { type FormContext, FormProvider, textOf } from './context.ts';
import { Frame } from './Frame.tsx';
import { draftOfHistory, showView, type View, viewOfAddress } from './history.ts';
import { knownTools, loadKnown } from './known-tools.ts';
import type { PageData } from './page-data.ts';
import type { Begin, Carried } from './start/begin.ts';
import { StartPage } from './start/StartPage.tsx';
import { SuggestPage } from './start/SuggestPage.tsx';
import { AnswersPage } from './steps/AnswersPage.tsx';
import { SendPage } from './steps/SendPage.tsx';
import { StepPage } from './steps/StepPage.tsx';
import { useIssues } from './use-check.ts';
import { useDraft } from './use-draft.ts';

/** The whole form: what is shown, what was answered, what is kept. */
export function App({ page }: { page: PageData }) {
  const t = useMemo(() => createTranslator(page.lang, page.strings), [page]);
  const text = useCallback((key: string) => textOf(page.strings, key), [page]);
  const [known, setKnown] = useState(knownTools);
  const [view, setView] = useState<View>('start');
  const [form, setForm] = useState<FormState>();
  const [touched, setTouched] = useState(false);
  const [carried, setCarried] = useState<readonly Carried[]>([]);
  const [failure, setFailure] = useState<string>();
  const [status, setStatus] = useState('');
  const { issues, setIssues, refresh } = useIssues();
  const keeping = useDraft(page.base, form, touched);

  const go = useCallback(
    (to: View, replace = false) => {
      keeping.flush();
      setIssues([]);
      setView(to);
      showView(to, keeping.draft?.id, replace);
    },
    [keeping],
  );
  const begin: Begin = (next, { carried: lost = [], answered = false, view: at } = {}) => {
    keeping.setDraft(undefined);
    setForm(next);
    setTouched(answered);
    setCarried(lost);
    setIssues([]);
    const to = at ?? stepsOf(next.kind)[0] ?? 'answers';
    setView(to);
    showView(to, undefined);
  };
  const resume = (draft: Draft, at?: View): boolean => {
    const state = readState(draft.state);
    if (state === undefined) return false;
    keeping.setDraft(draft);
    setForm(state);
    setTouched(false);
    setIssues([]);
    const to = at ?? stepsOf(state.kind)[0] ?? 'answers';
    setView(to);
    showView(to, draft.id, at !== undefined);
    return true;
  };

  useEffect(() => {
    loadKnown(page.base).then(setKnown, () => setKnown(knownTools()));
    const kept = keeping.drafts.read(draftOfHistory() ?? new URLSearchParams(location.search).get('draft') ?? '');
    if (kept !== undefined && resume(kept, viewOfAddress() === 'start' ? undefined : viewOfAddress())) return;
    const opening = openingOf(location.search);
    if (opening === undefined) {
      if (viewOfAddress() === 'suggest') setView('suggest');
      else if (viewOfAddress() !== 'start') showView('start', undefined, true);
      return;
    }
    opening(page, t).then(
      (opened) => (opened === 'suggest' ? go('suggest', true) : begin(opened)),
      () => setFailure(t('form.openFailed')),
    );
  }, []);
  const formRef = useRef(form);
  formRef.current = form;
  useEffect(() => {
    const onPop = () => {
      keeping.flush();
      setIssues([]);
      const wanted = viewOfAddress();
      setView(wanted !== 'start' && wanted !== 'suggest' && formRef.current === undefined ? 'start' : wanted);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [keeping]);
  const unsaved = touched && keeping.saved?.kept === false;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);

  const change = useCallback((changes: Partial<FormState>) => {
    setTouched(true);
    setForm((state) => (state === undefined ? state : { ...state, ...changes }));
  }, []);
  const set = useCallback((path: ValuePath, value: unknown) => {
    setTouched(true);
    setForm((state) => (state === undefined ? state : { ...state, values: withValue(state.values, path, value) }));
  }, []);
  const reset = () => {
    if (keeping.draft !== undefined) keeping.drafts.remove(keeping.draft.id);
    keeping.setDraft(undefined);
    setForm(undefined);
    setTouched(false);
    setCarried([]);
    setStatus(t('form.resetDone'));
    setView('start');
    showView('start', undefined);
  };

  const base = { page, t, text, known, set, change, issues, say: setStatus };
  return (
    <>
      <p class="visually-hidden" role="status">
        {status}
      </p>
      {view === 'suggest' ? (
        <SuggestPage context={base} back={() => go('start')} />
      ) : form === undefined || view === 'start' ? (
        <StartPage
          context={base}
          keeping={keeping}
          failure={failure}
          begin={begin}
          resume={resume}
          suggest={() => go('suggest')}
        />
      ) : (
        <FormProvider value={{ ...base, form } satisfies FormContext}>
          <Frame key={view} view={view} go={go} keeping={keeping} reset={reset}>
            {view === 'answers' ? (
              <AnswersPage go={go} />
            ) : view === 'send' ? (
              <SendPage go={go} begin={begin} />
            ) : (
              <StepPage
                key={view}
                step={view}
                go={go}
                begin={begin}
                carried={carried}
                setIssues={setIssues}
                refresh={refresh}
              />
            )}
          </Frame>
        </FormProvider>
      )}
    </>
  );
}
