import type { Translator } from '../../i18n/t.ts';
import type { Card } from '../card.ts';
import { didYouMean, type Suggestion } from '../did-you-mean.ts';
import { filterRecords } from '../filter.ts';
import { wordsToMark } from '../query.ts';
import type { RankedHits } from '../ranking.ts';
import { countMatching, orderNeeded, type ResultView, relaxations, resultView } from '../result-view.ts';
import { EMPTY_STATE, type SearchState } from '../state.ts';
import type { FacetTable } from '../table.ts';
import { Announcer } from './announcer.ts';
import { drawCard } from './draw-card.ts';
import { drawChips } from './draw-chips.ts';
import { drawEmpty } from './draw-empty.ts';
import { drawFilters } from './draw-filters.ts';
import { drawPages } from './draw-pages.ts';
import { drawPartly, drawSuggestion } from './draw-words.ts';
import type { SearchElements } from './elements.ts';
import type { FacetGroup } from './facet-group.ts';
import type { SearchStore } from './store.ts';
import type { TextSearch } from './text-search.ts';

/** A result that takes longer shows that it is under way. */
const PATIENCE = 300;

export interface SearchParts {
  readonly elements: SearchElements;
  readonly groups: ReadonlyMap<string, FacetGroup>;
  readonly store: SearchStore;
  readonly text: TextSearch;
  readonly t: Translator;
  readonly format: (count: number) => string;
}

/** All that is known of a state before it is drawn. */
interface Answer {
  readonly view: ResultView;
  readonly cards: readonly Card[];
  readonly hits: RankedHits | undefined;
  readonly suggestion: Suggestion | undefined;
}

/** Turns a state into what the page shows. What is on the page stays until the new result is there. */
export class SearchController {
  readonly #parts: SearchParts;
  readonly #announcer: Announcer;
  #state: SearchState = EMPTY_STATE;
  /** Counts the requests: an answer to an older one is dropped. */
  #latest = 0;

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#announcer = new Announcer(parts.elements.status);
  }

  get state(): SearchState {
    return this.#state;
  }

  /** Shows a state; resolves when it is drawn, was overtaken by a newer one, or failed and said so. */
  async show(state: SearchState): Promise<void> {
    const request = ++this.#latest;
    const isStale = (): boolean => request !== this.#latest;
    this.#state = state;
    this.#drawChoices();
    const waiting = setTimeout(() => {
      // For the answer to an overtaken request nobody waits.
      if (!isStale()) this.#setLoading(true);
    }, PATIENCE);
    try {
      await this.#answer(state, isStale);
      if (!isStale()) this.#setFailed(false);
    } catch (error) {
      if (isStale()) return;
      console.error(error);
      this.#setFailed(true);
    } finally {
      clearTimeout(waiting);
      if (!isStale()) this.#setLoading(false);
    }
  }

  async #answer(state: SearchState, isStale: () => boolean): Promise<void> {
    const { store, text } = this.#parts;
    const order = orderNeeded(state);
    const [table, hits, ordered] = await Promise.all([
      store.table(),
      state.q === '' ? undefined : text.search(state.q),
      order && store.order(order),
    ]);
    // A query without a word, as "?!", asks for nothing: it is answered as browsing is.
    const ranked = ordered ?? hits?.numbers ?? (await store.order('users'));
    if (isStale()) return;
    const view = resultView(table, state, ranked, hits?.numbers);
    const [cards, suggestion] = await Promise.all([store.cards(view.numbers), this.#suggestion(state, table, hits)]);
    if (isStale()) return;
    this.#draw(state, table, { view, cards, hits, suggestion });
  }

  /** What may have been meant instead. That it cannot be found out is no failure of the search. */
  async #suggestion(
    state: SearchState,
    table: FacetTable,
    hits: RankedHits | undefined,
  ): Promise<Suggestion | undefined> {
    if (hits === undefined) return undefined;
    const { store, text } = this.#parts;
    const { matches } = filterRecords(table, state.filters);
    return didYouMean(state.q, hits, {
      list: () => store.terms(),
      search: (typed) => text.search(typed),
      count: (numbers) => countMatching(matches, numbers),
    }).catch(() => undefined);
  }

  #draw(state: SearchState, table: FacetTable, { view, cards, hits, suggestion }: Answer): void {
    const { elements, groups, t, format } = this.#parts;
    for (const group of groups.values())
      group.draw(state.filters.get(group.id) ?? [], view.counts.get(group.id) ?? new Map());
    const asked = state.q === '' ? [] : wordsToMark(state.q);
    elements.list.replaceChildren(...cards.map((card) => drawCard(elements.card, card, asked, t)));
    elements.list.hidden = view.total === 0;
    elements.empty.hidden = view.total > 0;
    if (view.total === 0) drawEmpty(elements, state, relaxations(table, state, hits?.numbers), groups, t);
    drawPages(elements.pages, state, view, t, format);
    const complete = hits && countMatching(view.matches, hits.numbers.subarray(0, hits.complete));
    const remarks = [
      drawPartly(elements.partly, complete ?? view.total, view.total, t),
      drawSuggestion(elements.suggestion, state, suggestion, t),
    ];
    const count = t('count.projects', { count: view.total });
    elements.heading.textContent = count;
    elements.done.textContent = t('search.show', { count: view.total });
    const place =
      view.page === 1
        ? count
        : t('search.onPage', { count: view.total, page: format(view.page), pages: format(view.pages) });
    const said = remarks.filter((remark) => remark !== '').join(' ');
    this.#announcer.say(said === '' ? place : `${place}. ${said}`);
  }

  /** What was chosen shows at once; what it gives follows. */
  #drawChoices(): void {
    const { elements, groups, t } = this.#parts;
    drawFilters(elements, this.#state, groups, t);
    drawChips(elements.chips, this.#state, groups, t);
  }

  #setLoading(loading: boolean): void {
    const { elements, t } = this.#parts;
    elements.loading.hidden = !loading;
    elements.results.setAttribute('aria-busy', String(loading));
    if (loading) this.#announcer.say(t('search.loading'));
  }

  #setFailed(failed: boolean): void {
    const { elements, t } = this.#parts;
    elements.failure.hidden = !failed;
    if (failed) this.#announcer.say(t('search.failed'));
  }
}
