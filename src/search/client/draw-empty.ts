import type { Translator } from '../../i18n/t.ts';
import { visible } from '../../schema/visible.ts';
import type { Relaxation } from '../result-view.ts';
import { countValues, type SearchState } from '../state.ts';
import { addressOf } from './address.ts';
import { create, type SearchElements } from './elements.ts';
import type { FacetGroup } from './facet-group.ts';

/** What an empty result says: the question again, and what one choice less would give. */
export function drawEmpty(
  elements: SearchElements,
  state: SearchState,
  waysOut: readonly Relaxation[],
  groups: ReadonlyMap<string, FacetGroup>,
  t: Translator,
): void {
  elements.emptyText.textContent = whatIsMissing(state, t);
  const items = waysOut.map(({ filter, total, state: next }) => {
    const text = filter
      ? t('search.giveUp', {
          value: groups.get(filter.facet)?.labelOf(filter.value).text ?? visible(filter.value),
          count: total,
        })
      : t('search.giveUpWords', { query: visible(state.q), count: total });
    return create('li', {}, create('a', { href: addressOf(next) }, text));
  });
  elements.waysOut.replaceChildren(...items);
  elements.waysOut.hidden = items.length === 0;
}

function whatIsMissing(state: SearchState, t: Translator): string {
  if (state.q === '') return countValues(state) > 0 ? t('search.noneChosen') : t('search.noProjects');
  const key = countValues(state) > 0 ? 'search.noneForChosen' : 'search.noneFor';
  return t(key, { query: visible(state.q) });
}
