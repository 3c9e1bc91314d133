import type { Kind } from '../schema/kinds.ts';

/** What a file of another format says of one thing, as fields of a record of ours: neither complete nor checked. */
export interface Imported {
  readonly kind: Kind;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the file says and the record does not, each with the reason: people are told, nothing is lost silently. */
  readonly notCarried: readonly NotCarried[];
}

export interface NotCarried {
  /** Where it stands in the file, as `maintenance.contacts.0.email`. */
  readonly path: string;
  /** The value, shortened and with unsafe characters escaped. */
  readonly value: string;
  readonly reason: NotCarriedReason;
}

/**
 * `no-field`: our records have no such field. `not-understood`: the field is known, the value is not. `person`: names or addresses of people.
 * `no-record`: it names something that has no record here. `unsafe`: an address or text that safety refuses. `too-long`: it does not fit.
 */
export const NOT_CARRIED_REASONS = ['no-field', 'not-understood', 'person', 'no-record', 'unsafe', 'too-long'] as const;
export type NotCarriedReason = (typeof NOT_CARRIED_REASONS)[number];
