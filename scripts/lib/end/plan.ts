import type { LoadedRegistry } from '../../../src/registry/load-fs.ts';
import { dateFuture } from '../../../src/rules/date-future.ts';
import { fillTemplate } from '../../../src/rules/english.ts';
import { isEarlier } from '../../../src/rules/in-order.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import { recordsOf } from '../../../src/schema/registry.ts';
import type { Tombstone } from '../../../src/schema/tombstone.ts';
import { nearestHint } from '../did-you-mean.ts';
import type { FoundRecord } from '../find-record.ts';
import { recordsOnceNamed } from '../named-record.ts';
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
  readonly kind?: Kind;
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
  const [moved] = recordsOnceNamed(loaded.registry, { kind: target.kind, id });
  if (moved !== undefined) return `It is now ${moved.id}: name that one.`;
  return `There is no ${target.kind} of this id. ${nearestHint(id, ids) ?? ''}`.trim();
}

/** What is said of a date that has not come yet, in the words of the rule; the date may be meant all the same. */
export function aheadLines({ today }: Ending, date: string | undefined): string[] {
  if (date === undefined || !isEarlier(today, date)) return [];
  return [`Warning: ${fillTemplate(dateFuture.messages['ahead'] ?? '', { date })} ${dateFuture.doc.mend}`];
}
