/** A function that reads what others wrote, and what must hold of it for every input. */
export interface FuzzEntry {
  readonly name: string;
  /** What is called. */
  readonly about: string;
  /** What an input may begin with, sound or nearly so. */
  readonly starts: readonly string[];
  /** What may stand in an input: sound pieces and signs of its notation. */
  readonly pieces: readonly string[];
  /** The longest input, in UTF-16 code units: shorter where the function is slow. Most inputs are a quarter of it. */
  readonly longest: number;
  /** Throws where something does not hold. */
  readonly check: (input: string) => void;
}
