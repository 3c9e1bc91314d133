import { visible } from '../../schema/visible.ts';
import { LONG_FACET } from '../facets.ts';
import { shownValues } from '../shown-values.ts';
import { part } from './elements.ts';

interface Option {
  readonly input: HTMLInputElement;
  readonly row: HTMLElement;
  readonly label: string;
  /** Empty where the label is in the page's language. */
  readonly lang: string;
  readonly number: HTMLElement;
  count: number;
}

/** A facet on the page: its checkboxes, their counts, and for a long one the field that finds a value by name. */
export class FacetGroup {
  readonly id: string;
  readonly name: string;
  readonly #element: HTMLElement;
  readonly #options: readonly Option[];
  readonly #format: (count: number) => string;
  #all = false;
  #typed = '';

  constructor(element: HTMLElement, format: (count: number) => string) {
    this.id = element.dataset['facet'] ?? '';
    this.name = element.dataset['facetName'] ?? '';
    this.#element = element;
    this.#format = format;
    this.#options = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(optionOf);
    if (this.#options.length > LONG_FACET) this.#listen();
    this.#showValues();
  }

  /** The label of a value, with its language where it is not the page's; the value itself when the registry does not have it. */
  labelOf(value: string): { readonly text: string; readonly lang: string } {
    const option = this.#options.find(({ input }) => input.value === value);
    return { text: option?.label ?? visible(value), lang: option?.lang ?? '' };
  }

  /** @param counts new counts, by value; without them the ones on the page stay */
  draw(chosen: readonly string[], counts?: ReadonlyMap<string, number>): void {
    for (const option of this.#options) {
      const { input, row, number } = option;
      input.checked = chosen.includes(input.value);
      if (counts) option.count = counts.get(input.value) ?? 0;
      const text = this.#format(option.count);
      if (number.textContent !== text) number.textContent = text;
      // A control that has the focus keeps it; it is disabled when it is drawn next.
      const zero = option.count === 0 && !input.checked;
      input.disabled = zero && input !== document.activeElement;
      row.classList.toggle('facet-zero', zero);
    }
    const fold = this.#element.closest('details');
    if (fold && chosen.length > 0) fold.open = true;
    this.#showValues();
  }

  #listen(): void {
    const find = part(this.#element, '[data-facet-find]', HTMLInputElement);
    const all = part(this.#element, '[data-facet-all]', HTMLButtonElement);
    find.addEventListener('input', () => {
      this.#typed = find.value;
      this.#showValues();
    });
    all.addEventListener('click', () => {
      this.#all = !this.#all;
      all.setAttribute('aria-expanded', String(this.#all));
      all.textContent = (this.#all ? all.dataset['fewer'] : all.dataset['all']) ?? '';
      this.#showValues();
    });
  }

  #showValues(): void {
    const values = this.#options.map(({ input, label, count }) => ({
      value: input.value,
      label,
      count,
      checked: input.checked || input === document.activeElement,
    }));
    const shown = shownValues(values, this.#all, this.#typed);
    for (const { input, row } of this.#options) row.hidden = !shown.has(input.value);
    const none = this.#element.querySelector<HTMLElement>('[data-facet-none]');
    if (none) none.hidden = shown.size > 0;
  }
}

function optionOf(input: HTMLInputElement): Option {
  const row = input.closest('label');
  if (!row) throw new Error(`the filter ${input.name}=${input.value} has no label`);
  const number = part(row, '[data-count]', HTMLElement);
  const label = part(row, '[data-label]', HTMLElement);
  return {
    input,
    row,
    label: label.textContent.trim(),
    lang: label.lang,
    number,
    count: Number(number.dataset['count']),
  };
}
