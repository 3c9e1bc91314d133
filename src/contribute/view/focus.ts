/** Moves the focus to an element once it is drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

/** Moves the focus to what is filled in at an id, or to the first input below it, whatever is folded around it. */
export function focusField(id: string): void {
  const target = nearest(id);
  if (target === null) return;
  for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const input = target.matches(INPUTS) ? target : target.querySelector<HTMLElement>(INPUTS);
  (input ?? target).focus();
  (input ?? target).scrollIntoView({ block: 'center' });
}

const INPUTS = 'input, select, textarea, button';

/** The element of an id, or of what holds it: a fault may lie deeper than the form goes. */
function nearest(id: string): HTMLElement | null {
  const steps = id.split('-');
  while (steps.length > 1) {
    const element = document.getElementById(steps.join('-'));
    if (element !== null) return element;
    steps.pop();
  }
  return null;
}
