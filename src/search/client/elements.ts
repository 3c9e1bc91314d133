/** The parts of the page that the program works on. SearchPage.astro draws them. */
export interface SearchElements {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly toggle: HTMLButtonElement;
  readonly filters: HTMLFormElement;
  readonly done: HTMLButtonElement;
  readonly results: HTMLElement;
  readonly heading: HTMLElement;
  readonly loading: HTMLElement;
  readonly status: HTMLElement;
  readonly chips: HTMLElement;
  readonly suggestion: HTMLElement;
  readonly partly: HTMLElement;
  readonly sort: HTMLSelectElement;
  readonly list: HTMLElement;
  readonly pages: HTMLElement;
  readonly empty: HTMLElement;
  readonly emptyText: HTMLElement;
  readonly waysOut: HTMLElement;
  readonly failure: HTMLElement;
  readonly retry: HTMLButtonElement;
  readonly card: HTMLTemplateElement;
}

/** The parts of the search page. @throws where the page lacks one */
export function findElements(root: HTMLElement): SearchElements {
  return {
    root,
    form: part(root, '[data-search-form]', HTMLFormElement),
    query: part(root, '[data-search-form] [name=q]', HTMLInputElement),
    toggle: part(root, '[data-search-toggle]', HTMLButtonElement),
    filters: part(root, '[data-search-filters]', HTMLFormElement),
    done: part(root, '[data-search-done]', HTMLButtonElement),
    results: part(root, '[data-search-results]', HTMLElement),
    heading: part(root, '[data-search-count]', HTMLElement),
    loading: part(root, '[data-search-loading]', HTMLElement),
    status: part(root, '[data-search-status]', HTMLElement),
    suggestion: part(root, '[data-search-suggestion]', HTMLElement),
    partly: part(root, '[data-search-partly]', HTMLElement),
    chips: part(root, '[data-search-chips]', HTMLElement),
    sort: part(root, '[name=sort]', HTMLSelectElement),
    list: part(root, '.records', HTMLElement),
    pages: part(root, '[data-search-pages]', HTMLElement),
    empty: part(root, '[data-search-empty]', HTMLElement),
    emptyText: part(root, '[data-search-empty-text]', HTMLElement),
    waysOut: part(root, '[data-search-ways-out]', HTMLElement),
    failure: part(root, '[data-search-failure]', HTMLElement),
    retry: part(root, '[data-search-retry]', HTMLButtonElement),
    card: part(root, '[data-search-card]', HTMLTemplateElement),
  };
}

/** The one element of a kind; throws when the page does not have it. */
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`the search page has no ${selector}`);
}

/** Text nodes only: what comes from a record is never markup. */
export function create<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}
