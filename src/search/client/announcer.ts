/** How long a result must stand before it is said: somebody who types is not interrupted at each letter. */
const SETTLED = 500;

/** The one polite status of the page. */
export class Announcer {
  readonly #element: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#element.textContent = text;
    }, SETTLED);
  }
}
