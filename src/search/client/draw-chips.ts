import type { Translator } from '../../i18n/t.ts';
import { visible } from '../../schema/visible.ts';
import type { SearchState } from '../state.ts';
import { create } from './elements.ts';
import type { FacetGroup } from './facet-group.ts';

/** The chosen filters, each a button that removes it. */
export function drawChips(
  list: HTMLElement,
  state: SearchState,
  groups: ReadonlyMap<string, FacetGroup>,
  t: Translator,
): void {
  const chips = [...state.filters].flatMap(([facet, values]) =>
    values.map((value) => {
      const group = groups.get(facet);
      const { text, lang } = group?.labelOf(value) ?? { text: visible(value), lang: '' };
      const name = t('search.remove', { facet: group?.name ?? facet, value: text });
      const cross = create('span', { 'aria-hidden': 'true' }, '×');
      return create(
        'button',
        { type: 'button', 'aria-label': name, 'data-facet': facet, 'data-value': value },
        create('bdi', lang === '' ? {} : { lang }, text),
        ' ',
        cross,
      );
    }),
  );
  if (chips.length > 0) chips.push(create('button', { type: 'button', class: 'chip-clear' }, t('search.clear')));
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLButtonElement ? [...list.querySelectorAll('button')].indexOf(activeElement) : -1;
  list.replaceChildren(...chips.map((chip) => create('li', {}, chip)));
  list.hidden = chips.length === 0;
  // Who removed a filter by keyboard goes on with the one that took its place.
  if (focused >= 0) chips[Math.min(focused, chips.length - 1)]?.focus();
}
