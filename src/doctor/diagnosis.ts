import type { Addresses } from '../registry/address.ts';
import type { Finding } from '../rules/rule.ts';
import type { Registry } from '../schema/registry.ts';

/** How much a diagnosis matters: the copy cannot be published so; it would be better otherwise; nothing to do. */
export const GRADES = ['blocker', 'should', 'fine'] as const;
export type Grade = (typeof GRADES)[number];

export interface Diagnosis {
  /** What was looked at. */
  readonly check: string;
  readonly grade: Grade;
  /** One sentence, without markup. */
  readonly message: string;
  /** The one thing to do; of what is fine, how to look where that cannot be seen from here. */
  readonly fix?: string;
}

/** What was last taken from a source. */
export interface Taken {
  readonly source: string;
  /** The day of the other copy's state; absent where its lock names none. */
  readonly asOf?: string;
  /** It says that it has ended, and who goes on. */
  readonly ended?: { readonly on: string; readonly successor?: string | undefined };
  /** Zones that it says another copy writes now, with the address. */
  readonly given?: Readonly<Record<string, string>>;
  /** Zones taken from it that it does not say it writes. */
  readonly unclaimed?: readonly string[];
}

/** The program that a copy runs, against its releases as they were last looked for. */
export interface Engine {
  /** The name of the release, or of the commit, that it stands on. */
  readonly standsOn: string;
  readonly newest: string;
  readonly isBehind: boolean;
  /** Paths of the program's files that were changed here. */
  readonly edited: readonly string[];
}

/** Everything that the checks look at. */
export interface Patient {
  readonly registry: Registry;
  /** What is wrong with single files and by the rules, located nowhere. */
  readonly findings: readonly Finding[];
  /** Where the copy stands, as this environment would build it. */
  readonly addresses: Addresses;
  /** Names of the JSON Schemas for editors that say something else than the data model and the shared vocabularies. */
  readonly outdatedSchemas: readonly string[];
  readonly taken: readonly Taken[];
  /** Absent where nobody looked for releases from here. */
  readonly engine?: Engine;
  /** `2026-11-23`. */
  readonly today: string;
}

export type Check = (patient: Patient) => readonly Diagnosis[];
