import type { LoadedRegistry } from '../../../src/registry/load-fs.ts';
import { didYouMean } from '../../../src/rules/nearest.ts';
import { recordsOf } from '../../../src/schema/registry.ts';
import type { Tombstone } from '../../../src/schema/tombstone.ts';
import type { FoundRecord } from '../find-record.ts';
import type { RegistryFolder } from '../registry-folder.ts';

type Texts = Readonly<Record<string, string>>;

/** What the command line says of an end. */
export interface EndOptions {
  readonly reason?: Texts;
  readonly date?: string;
  readonly successor?: string;
  readonly lessons?: Texts;
  readonly tombstone?: Tombstone['reason'];
  readonly note?: Texts;
  readonly kind?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export interface Ending {
  readonly loaded: LoadedRegistry;
  readonly folder: RegistryFolder;
  readonly target: FoundRecord;
  /** `2026-11-23`. */
  readonly today: string;
}

export interface EndPlan {
  /** What would be written, the record itself last. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The record as it would be. */
  readonly text: string;
  /** What else changes, for people. */
  readonly lines: readonly string[];
}

/** Why an id cannot be a successor, or `undefined` where it can. */
export function successorProblem({ loaded, target }: Ending, id: string): string | undefined {
  if (id === target.id) return 'A record is not its own successor.';
  const ids = recordsOf(loaded.registry, target.kind).map((record) => record.id);
  if (ids.includes(id)) return undefined;
  return `There is no ${target.kind} of this id. ${didYouMean(id, ids).hint ?? ''}`.trim();
}
