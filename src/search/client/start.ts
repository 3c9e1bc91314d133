import { intlLocale } from '../../i18n/format.ts';
import type { PartialStrings } from '../../i18n/strings.ts';
import { createTranslator } from '../../i18n/t.ts';
import { BROWSING_ORDER } from '../orders.ts';
import { parseState, serializeState } from '../state.ts';
import { AddressBar, followLanguages } from './address.ts';
import { SearchController } from './controller.ts';
import { findElements, part, type SearchElements } from './elements.ts';
import { listen } from './events.ts';
import { FacetGroup } from './facet-group.ts';
import { startPanel } from './panel.ts';
import { SearchStore } from './store.ts';
import { TextSearch } from './text-search.ts';

/** Brings a search page to life. Before somebody searches or an address asks for it, nothing is loaded. */
export function startSearch(root: HTMLElement): void {
  const elements = findElements(root);
  const { base = '/', lang = 'en' } = root.dataset;
  const strings: PartialStrings = JSON.parse(part(root, '#search-strings', HTMLScriptElement).text);
  const t = createTranslator(lang, strings);
  const { format } = new Intl.NumberFormat(intlLocale(lang));
  const groups = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-facet-name]')]
      .map((element) => new FacetGroup(element, format))
      .map((group) => [group.id, group]),
  );
  const store = new SearchStore(base, lang);
  const text = new TextSearch(store, base, lang);
  const controller = new SearchController({ elements, groups, store, text, t, format });
  const address = new AddressBar();
  const readAddress = (): ReturnType<typeof parseState> =>
    parseState(new URLSearchParams(location.search), [...groups.keys()]);

  warmUp(elements, store, text);
  startPanel(elements);
  listen({ elements, controller, address, readAddress, facets: [...groups.keys()] });
  elements.filters.inert = false;
  followLanguages();
  const first = readAddress();
  // The page was built in the empty state: there is nothing to do for it.
  if (serializeState(first) !== '') {
    elements.query.value = first.q;
    void controller.show(first);
  }
}

/** Fetches on the first sign of interest what the first choice or the first letter will need. */
function warmUp({ query, filters }: SearchElements, store: SearchStore, text: TextSearch): void {
  // Failures are told when something is asked for.
  const ignore = (): void => undefined;
  const loadFilters = (): void => {
    Promise.all([store.table(), store.order(BROWSING_ORDER)]).catch(ignore);
  };
  filters.addEventListener('focusin', loadFilters, { once: true });
  filters.addEventListener('pointerover', loadFilters, { once: true });
  const loadText = (): void => {
    Promise.all([store.table(), text.load()]).catch(ignore);
  };
  query.addEventListener('focus', loadText, { once: true });
}
