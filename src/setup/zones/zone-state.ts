import type { Source } from '../../federation/sync-context.ts';
import { sharedIdentity } from '../../registry/shared-kinds.ts';
import { takesZone } from '../../rules/taken-zones.ts';
import type { Lock } from '../../schema/lock.ts';
import type { Overlay } from '../../schema/overlay.ts';
import type { Registry } from '../../schema/registry.ts';

/** What is looked at where a zone changes hands. */
export interface ZoneState extends Pick<Registry, 'config' | 'federation'> {
  /** The text of a file inside the registry folder, `undefined` where there is none. */
  readonly textOf: (file: string) => string | undefined;
  /** Texts of the files that copies exchange, of records, tombstones and vocabularies, by path inside the registry folder. */
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

/** The files of some zones that copies exchange. */
export function filesOf({ records }: Pick<ZoneState, 'records'>, zones: readonly string[]): Map<string, string> {
  return new Map([...records].filter(([file]) => zones.includes(sharedIdentity(file)?.zone ?? '')));
}

/** The source that a zone is taken from, by the settings. */
export function sourceOf({ federation }: Pick<ZoneState, 'federation'>, zone: string): Source | undefined {
  return federation.sources?.find((source) => takesZone(federation, source, zone));
}

/** A source that takes some zones no more; none where it has no other. One of all zones stays: what others name is not taken from it. */
export function without(source: Source, zones: readonly string[]): Source | undefined {
  if (source.zones === '*') return source;
  const left = source.zones.filter((zone) => !zones.includes(zone));
  if (left.length === source.zones.length) return source;
  return left.length === 0 ? undefined : { ...source, zones: left };
}

/** Whether the settings of a source let in all of a zone. Entries name a kind, an id, a zone as `ca/*`, or a country. */
export function letsInAll({ include, exclude = [] }: Pick<Source, 'include' | 'exclude'>, zone: string): boolean {
  const isAbout = (entry: string) => !entry.includes('/') || entry.replace(/^[a-z-]+:/, '').startsWith(`${zone}/`);
  return (include === undefined || include.includes(`${zone}/*`)) && !exclude.some(isAbout);
}
