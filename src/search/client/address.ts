import { type SearchState, serializeState } from '../state.ts';

/** Browsers limit how often a page may write its address; typing is faster than that. */
const TYPING_PAUSE = 300;

/** The address bar. Choosing adds a step to the history, typing only corrects the current one. */
export class AddressBar {
  #waiting: SearchState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  push(state: SearchState): void {
    this.flush();
    const address = addressOf(state);
    if (address !== location.href) history.pushState(null, '', address);
    followLanguages();
  }

  replaceSoon(state: SearchState): void {
    this.#waiting = state;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), TYPING_PAUSE);
  }

  /** Gives up what is waiting: the address has changed by other means. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  /** Writes what is waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    if (!this.#waiting) return;
    history.replaceState(null, '', addressOf(this.#waiting));
    this.#waiting = undefined;
    followLanguages();
  }
}

/** The whole address of a state of this page. */
export function addressOf(state: SearchState): string {
  const address = new URL(location.href);
  address.search = serializeState(state);
  return address.href;
}

/** The language links lead to the same search in another language. */
export function followLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-link]')) {
    link.search = location.search;
  }
}
