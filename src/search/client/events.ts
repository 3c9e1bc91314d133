import type { FacetId } from '../facets.ts';
import { EMPTY_STATE, parseState, type SearchState, SORTS, serializeState, trimQuery, withValue } from '../state.ts';
import type { AddressBar } from './address.ts';
import type { SearchController } from './controller.ts';
import type { SearchElements } from './elements.ts';

/** Between a letter and the search for it: two letters struck together are one request. */
const TYPING_DELAY = 30;

interface Wiring {
  readonly elements: SearchElements;
  readonly controller: SearchController;
  readonly address: AddressBar;
  readonly readAddress: () => SearchState;
  readonly facets: readonly FacetId[];
}

/** What somebody does on the page, as states. */
export function listen({ elements, controller, address, readAddress, facets }: Wiring): void {
  const { form, query, filters, sort, chips, results, heading, retry } = elements;
  const choose = (state: SearchState): Promise<void> => {
    address.push(state);
    return controller.show(state);
  };
  const typed = (): SearchState => ({ ...controller.state, q: trimQuery(query.value), page: 1 });

  let delay: ReturnType<typeof setTimeout> | undefined;
  query.addEventListener('input', () => {
    clearTimeout(delay);
    delay = setTimeout(() => {
      if (typed().q === controller.state.q) return;
      address.replaceSoon(typed());
      void controller.show(typed());
    }, TYPING_DELAY);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(delay);
    void choose(typed());
  });

  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    void choose(withValue(controller.state, target.name, target.value, target.checked));
  });
  sort.addEventListener('change', () => {
    const chosen = SORTS.find((name) => name === sort.value) ?? 'best';
    void choose({ ...controller.state, sort: chosen, page: 1 });
  });
  chips.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('button') : null;
    if (!chip) return;
    const { facet, value } = chip.dataset;
    const state = controller.state;
    void choose(
      facet === undefined || value === undefined
        ? { ...EMPTY_STATE, q: state.q, sort: state.sort }
        : withValue(state, facet, value, false),
    );
    if (chips.hidden) heading.focus();
  });
  // Other pages of results and the ways out of an empty one are links to this very page.
  results.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.pathname !== location.pathname || link.origin !== location.origin) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const state = parseState(new URLSearchParams(link.search), facets);
    query.value = state.q;
    void choose(state).then(() => {
      // The link is gone: reading goes on at the head of what it led to.
      heading.focus();
      heading.scrollIntoView();
    });
  });
  retry.addEventListener('click', () => void controller.show(controller.state));

  addEventListener('popstate', () => {
    clearTimeout(delay);
    address.forget();
    const state = readAddress();
    // A jump within the page, as by the skip link, asks for nothing new.
    if (serializeState(state) === serializeState(controller.state)) return;
    query.value = state.q;
    void controller.show(state);
  });
  addEventListener('pagehide', () => address.flush());
}
