import type { Translator } from '../../i18n/t.ts';
import { pageNumbers } from '../page-numbers.ts';
import type { ResultView } from '../result-view.ts';
import type { SearchState } from '../state.ts';
import { addressOf } from './address.ts';
import { create } from './elements.ts';

/** Links to the other pages of results, each an address of its own. */
export function drawPages(
  nav: HTMLElement,
  state: SearchState,
  { page, pages }: ResultView,
  t: Translator,
  format: (count: number) => string,
): void {
  const link = (number: number, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement =>
    create('li', {}, create('a', { href: addressOf({ ...state, page: number }), ...attributes }, text));
  const numbers = pageNumbers(page, pages).map((number) => {
    if (number === undefined) return create('li', { 'aria-hidden': 'true' }, '…');
    const name = { 'aria-label': t('pages.page', { page: format(number) }) };
    return link(number, format(number), number === page ? { ...name, 'aria-current': 'page' } : name);
  });
  const items = [
    ...(page > 1 ? [link(page - 1, t('search.previous'), { rel: 'prev' })] : []),
    ...numbers,
    ...(page < pages ? [link(page + 1, t('search.next'), { rel: 'next' })] : []),
  ];
  nav.hidden = pages === 1;
  nav.replaceChildren(create('ul', { role: 'list' }, ...items));
}
