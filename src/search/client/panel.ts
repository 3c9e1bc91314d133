import type { SearchElements } from './elements.ts';

/**
 * The filters of a narrow page: a button opens them, "Show 24 projects" or Escape closes them and gives the focus
 * back. What was chosen stays, because choices take effect at once. On a wide page the button is not shown.
 */
export function startPanel({ toggle, filters, done }: SearchElements): void {
  const set = (open: boolean): void => {
    toggle.setAttribute('aria-expanded', String(open));
    filters.toggleAttribute('data-open', open);
  };
  const close = (): void => {
    set(false);
    toggle.focus();
  };
  toggle.addEventListener('click', () => {
    set(!filters.hasAttribute('data-open'));
    if (filters.hasAttribute('data-open')) toggle.scrollIntoView();
  });
  done.addEventListener('click', close);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && filters.hasAttribute('data-open')) close();
  };
  toggle.addEventListener('keydown', onEscape);
  filters.addEventListener('keydown', onEscape);
}
