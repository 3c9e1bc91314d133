import type { RegistryConfig } from '../schema/config.ts';

/** Which of the records that other zones have here stay, to be taken from the other copy from then on: all, those of some zones, or none. */
export type Include = 'all' | 'none' | readonly string[];

/** What a new copy is told about itself. A field without a value is left as it is. */
export interface Answers extends Pick<RegistryConfig, 'id' | 'name' | 'dataLicense'>, OptionalAnswers {
  readonly zones: readonly string[];
  /** Every language that the copy wants, the main one first; those whose texts are not whole yet are prepared and not shown. */
  readonly languages: readonly string[];
  /** Absent where the registry is a copy already: what it takes stands in its federation.yaml. */
  readonly taking?: Taking;
  /** The text of theme.css, where the copy has a look of its own. */
  readonly theme?: string;
}

type OptionalAnswers = Partial<
  Pick<RegistryConfig, 'tagline' | 'url' | 'repository' | 'owner' | 'contact' | 'intake' | 'forum'>
>;

/** What the copy takes of the one that it was made from. */
export interface Taking {
  readonly include: Include;
  /** The address of the other copy, where it is known. */
  readonly source?: string;
  /** Its id, where the registry does not say it. */
  readonly id?: string;
}
