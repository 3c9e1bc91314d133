/** A source of numbers that a seed decides: the same seed gives the same numbers on every machine. */
export class Random {
  #state: number;

  /** @param seed a whole number */
  constructor(seed: number) {
    // Zero would stay zero for ever.
    this.#state = (seed | 0) ^ 0x9e3779b9 || 1;
  }

  /** From 0 up to, not including, 1: xorshift32 (Marsaglia, "Xorshift RNGs", 2003, the triple 13, 17, 5). */
  number(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.number() * end);
  }

  /** True in this share of the cases. */
  chance(share: number): boolean {
    return this.number() < share;
  }

  /** One of the items, each as likely. Throws where there is none. */
  pick<T>(items: readonly T[]): T {
    return at(items, this.below(items.length));
  }

  /** One of the items, the first ones far more often: a list as long-tailed as people's choices are. */
  tail<T>(items: readonly T[]): T {
    return at(items, Math.floor(items.length * this.number() ** 3));
  }

  /** Different items, at most `count`, in the order of the draws of `tail`. */
  someOf<T>(items: readonly T[], count: number): T[] {
    return [...new Set(Array.from({ length: count }, () => this.tail(items)))];
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
