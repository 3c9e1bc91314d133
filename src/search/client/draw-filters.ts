import type { Translator } from '../../i18n/t.ts';
import { countValues, type SearchState } from '../state.ts';
import type { SearchElements } from './elements.ts';
import type { FacetGroup } from './facet-group.ts';

/** Puts the controls into a state, without touching what somebody is typing. */
export function drawFilters(
  elements: SearchElements,
  state: SearchState,
  groups: ReadonlyMap<string, FacetGroup>,
  t: Translator,
): void {
  for (const group of groups.values()) group.draw(state.filters.get(group.id) ?? []);
  if (elements.query !== document.activeElement) elements.query.value = state.q;
  elements.sort.value = state.sort;
  const count = countValues(state);
  elements.toggle.textContent = count > 0 ? t('search.filtersChosen', { count }) : t('search.filters');
}
