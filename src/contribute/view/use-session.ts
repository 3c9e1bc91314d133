import { useCallback, useState } from 'preact/hooks';
import type { Draft } from '../drafts/drafts.ts';
import { type FormState, readState } from '../form/form-state.ts';
import { stepsOf } from '../form/steps.ts';
import { showView, type View } from './history.ts';
import type { Begin, Carried } from './start/begin.ts';
import { type Answers, useAnswers } from './use-answers.ts';
import { type Checking, useIssues } from './use-check.ts';
import { type DraftKeeping, useDraft } from './use-draft.ts';

/** One sitting at the form: what is shown, what was answered, what is kept, and the moves from one view to another. */
export interface Session {
  readonly view: View;
  readonly answers: Answers;
  readonly keeping: DraftKeeping;
  readonly checking: Checking;
  /** What could not be carried over into the record that is open. */
  readonly carried: readonly Carried[];
  readonly go: (to: View, replace?: boolean) => void;
  readonly begin: Begin;
  /** Goes on with a draft; false where it cannot be read. */
  readonly resume: (draft: Draft, at?: View) => boolean;
  /** Throws away what is open, its draft too. */
  readonly reset: () => void;
  /** Shows what the address already says. */
  readonly follow: (view: View) => void;
}

/** A visit to the form: which view is shown, the answers, their findings and their draft. */
export function useSession(base: string): Session {
  const [view, setView] = useState<View>('start');
  const [carried, setCarried] = useState<readonly Carried[]>([]);
  const answers = useAnswers();
  const checking = useIssues();
  const keeping = useDraft(base, answers.form, answers.touched);
  const { setIssues } = checking;

  const follow = useCallback(
    (to: View) => {
      keeping.flush();
      setIssues([]);
      setView(to);
    },
    [keeping],
  );
  const go = useCallback(
    (to: View, replace = false) => {
      follow(to);
      showView(to, keeping.draft?.id, replace);
    },
    [follow],
  );
  const open = (form: FormState, { draft, touched, lost, at, replace }: Opening): void => {
    keeping.setDraft(draft);
    answers.replace(form, touched);
    setCarried(lost);
    setIssues([]);
    const to = at ?? stepsOf(form.kind)[0] ?? 'answers';
    setView(to);
    showView(to, draft?.id, replace);
  };
  const begin: Begin = (form, { carried: lost = [], answered = false, view: at } = {}) =>
    open(form, { draft: undefined, touched: answered, lost, at, replace: false });
  const resume = (draft: Draft, at?: View): boolean => {
    const state = readState(draft.state);
    if (state === undefined) return false;
    open(state, { draft, touched: false, lost: [], at, replace: at !== undefined });
    return true;
  };
  const reset = (): void => {
    if (keeping.draft !== undefined) keeping.drafts.remove(keeping.draft.id);
    keeping.setDraft(undefined);
    answers.replace(undefined);
    setCarried([]);
    setView('start');
    showView('start', undefined);
  };
  return { view, answers, keeping, checking, carried, go, begin, resume, reset, follow };
}

interface Opening {
  readonly draft: Draft | undefined;
  readonly touched: boolean;
  readonly lost: readonly Carried[];
  readonly at: View | undefined;
  /** True where the address names the view already. */
  readonly replace: boolean;
}
