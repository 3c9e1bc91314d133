import { STEPS, type Step } from '../form/steps.ts';

/** What the form shows: it stands behind the `#` of the address, so that the browser's Back works. */
export type View = 'start' | 'suggest' | Step;

/** The view that the address of the page names; the start where it names none. */
export function viewOfAddress(): View {
  const name = location.hash.slice(1);
  return name === 'suggest' ? name : (STEPS.find((step) => step === name) ?? 'start');
}

/** The draft that the entry of the history belongs to: it stays over a reload. */
export function draftOfHistory(): string | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('draft' in state)) return undefined;
  return typeof state.draft === 'string' ? state.draft : undefined;
}

/** Adds a view to the history, or replaces the one that stands there. */
export function showView(view: View, draft: string | undefined, replace = false): void {
  const address = new URL(location.href);
  address.hash = view === 'start' ? '' : view;
  if (view === 'start') address.search = '';
  // At the start nobody is in a draft: a reload stays there.
  const state = draft === undefined || view === 'start' || view === 'suggest' ? null : { draft };
  if (replace) history.replaceState(state, '', address);
  else history.pushState(state, '', address);
}

/** Remembers the draft of the view that stands there, once it has one. */
export function rememberDraft(draft: string): void {
  history.replaceState({ draft }, '', location.href);
}

/** The language links lead to the same draft in another language, and without one to where the form was asked to open. */
export function followLanguages(draft: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-link]'))
    link.search = draft === undefined ? location.search : `?draft=${encodeURIComponent(draft)}`;
}
