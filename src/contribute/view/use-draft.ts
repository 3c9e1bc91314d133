import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browserStorage, createDrafts, type Draft, type Drafts, type Saved } from '../drafts/drafts.ts';
import { type FormState, nameOf } from '../form/form-state.ts';
import { rememberDraft } from './history.ts';

/** How long nobody types before the draft is kept, in milliseconds. */
const PAUSE = 400;

export interface DraftKeeping {
  readonly drafts: Drafts;
  /** The draft that the form goes on from. */
  readonly draft: Draft | undefined;
  readonly setDraft: (draft: Draft | undefined) => void;
  /** How the last keeping went; nothing before the first. */
  readonly saved: Saved | undefined;
  /** Keeps what is typed at once. */
  readonly flush: () => void;
}

/** Keeps the form in this browser as one types. `touched` is false while nothing was typed: what nobody changed is no draft. */
export function useDraft(base: string, form: FormState | undefined, touched: boolean): DraftKeeping {
  const drafts = useMemo(() => createDrafts(browserStorage(), Date.now, base), [base]);
  const [draft, setDraft] = useState<Draft>();
  const [saved, setSaved] = useState<Saved>();
  const latest = useRef({ form, touched, draft });
  latest.current = { form, touched, draft };
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = () => {
    if (waiting.current === undefined) return;
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const { form: state, draft: from } = latest.current;
    if (state === undefined) return;
    const result = drafts.save({
      kind: state.kind,
      title: nameOf(state),
      state,
      ...(from === undefined ? {} : { from }),
    });
    setSaved(result);
    if (!result.kept) return;
    latest.current.draft = result.draft;
    setDraft(result.draft);
    rememberDraft(result.draft.id);
  };

  useEffect(() => {
    if (form === undefined || !touched) return;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(flush, PAUSE);
  }, [form, touched]);
  useEffect(() => {
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, []);
  return { drafts, draft, setDraft, saved, flush };
}
