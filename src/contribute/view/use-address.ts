import { useEffect, useRef } from 'preact/hooks';
import { openingOf } from './beginning.ts';
import { draftOfHistory, followLanguages, showView, viewOfAddress } from './history.ts';
import type { PageData } from './page-data.ts';
import type { Session } from './use-session.ts';

/** Opens the form with what the address asks for, once: a draft of this entry of the history, a record, a view. */
export function useOpening(page: PageData, session: Session, fail: (error: unknown) => void): void {
  useEffect(() => {
    const { keeping, begin, resume, go, follow } = session;
    const asked = viewOfAddress();
    const kept = keeping.drafts.read(draftOfHistory() ?? new URLSearchParams(location.search).get('draft') ?? '');
    if (kept !== undefined && resume(kept, asked === 'start' ? undefined : asked)) return;
    const opening = openingOf(location.search);
    if (opening !== undefined) {
      opening(page).then((opened) => (opened === 'suggest' ? go('suggest', true) : begin(opened)), fail);
      return;
    }
    if (asked === 'suggest') follow('suggest');
    else if (asked !== 'start') showView('start', undefined, true);
  }, []);
}

/** Follows the browser's Back and Forward; the language links follow the draft. */
export function useBackAndForward({ answers, keeping, follow }: Session): void {
  const form = useRef(answers.form);
  form.current = answers.form;
  useEffect(() => {
    const onPop = () => {
      const wanted = viewOfAddress();
      follow(wanted !== 'start' && wanted !== 'suggest' && form.current === undefined ? 'start' : wanted);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [follow]);
  useEffect(() => followLanguages(keeping.draft?.id), [keeping.draft?.id]);
}

/** Asks before the page is left while answers could not be kept. */
export function useLeaveWarning({ answers, keeping }: Session): void {
  const unsaved = answers.touched && keeping.saved?.kept === false;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
