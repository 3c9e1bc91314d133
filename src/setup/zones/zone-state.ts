import { roleOf } from '../../registry/files.ts';
import type { Lock } from '../../schema/lock.ts';
import type { Overlay } from '../../schema/overlay.ts';
import type { Registry } from '../../schema/registry.ts';

/** What is looked at where a zone changes hands. */
export interface ZoneState extends Pick<Registry, 'config' | 'federation'> {
  /** The text of a file inside the registry folder, `undefined` where there is none. */
  readonly textOf: (file: string) => string | undefined;
  /** Texts of the files of records and tombstones, by path inside the registry folder. */
  readonly records: ReadonlyMap<string, string>;
  /** By `kind:id`. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly lockOf: (source: string) => Lock | undefined;
}

/** Why nothing is changed. */
export interface ZoneProblem<Code extends string> {
  readonly problem: Code;
  /** The zone that it is about, where it is about one. */
  readonly zone?: string;
  /** What stands in the way: an address, a source, or records. */
  readonly found?: readonly string[];
}

/** Files by their path inside the registry folder, `undefined` for one that goes; only those that change. */
export type ZoneFiles = ReadonlyMap<string, string | undefined>;

/** The files of records and tombstones of some zones. */
export function filesOf({ records }: Pick<ZoneState, 'records'>, zones: readonly string[]): Map<string, string> {
  return new Map(
    [...records].filter(([file]) => {
      const role = roleOf(file);
      return role.type === 'record' && zones.includes(role.zone);
    }),
  );
}
