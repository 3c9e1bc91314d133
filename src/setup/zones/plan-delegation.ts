import { beginLock } from '../../federation/begin-lock.ts';
import { lockOnly, lockWith, lockWithout } from '../../federation/hand-over-lock.ts';
import { emptyLock, formatLock, type Lock, lockFile } from '../../federation/lock.ts';
import type { Sha256 } from '../../federation/protocol.ts';
import type { Source } from '../../federation/sync-context.ts';
import { sharedIdentity } from '../../registry/shared-kinds.ts';
import { zoneProblem } from '../../rules/zone-authority.ts';
import { isZone } from '../../rules/zones.ts';
import { type Settings, settingsFiles, withSources } from '../settings-text.ts';
import { withSlash } from '../texts.ts';
import { filesOf, sourceOf, without, type ZoneFiles, type ZoneProblem, type ZoneState } from './zone-state.ts';

/** To whom zones go. */
export interface DelegationRequest {
  readonly zones: readonly string[];
  /** The address of the copy that writes them from then on. */
  readonly url: string;
  /** This copy's own address, where it is known. */
  readonly ownUrl?: string | undefined;
  /** The other copy's id; without it, that of the source at this address, else the first zone. */
  readonly id?: string | undefined;
  readonly trust?: Source['trust'] | undefined;
  readonly licenses?: readonly string[] | undefined;
  /** A zone that another copy writes already goes to this one. */
  readonly moves?: boolean | undefined;
}

export type DelegationProblem = ZoneProblem<
  | 'no-zone'
  /** Neither written here nor taken from anywhere. */
  | 'not-ours'
  /** It is the address of this copy itself. */
  | 'own-address'
  /** That copy writes it already, by the settings here. */
  | 'already'
  /** Another copy writes it, and nobody said that it moves. */
  | 'elsewhere'
  /** No zone would be left. */
  | 'last-zone'
  /** Another source has the id. */
  | 'id-taken'
  | 'unsound'
>;

export interface DelegationPlan {
  readonly files: ZoneFiles;
  /** The settings as they will be. */
  readonly settings: Settings;
  readonly source: Source;
  readonly lock: Lock;
  readonly given: readonly string[];
  readonly moved: readonly string[];
  readonly counts: { readonly records: number; readonly tombstones: number };
  /** Parts of a zone that goes, as ca-qc of ca, that stay with this copy and have records here. */
  readonly staying: readonly string[];
}

/**
 * The files that give zones to another copy, or say that another copy than before writes them. Their records stay as they stand, and count as
 * taken from it: the next synchronization changes what has changed there, and nothing else. Pure.
 */
export function planDelegation(
  state: ZoneState,
  request: DelegationRequest,
  sha256: Sha256,
): DelegationPlan | DelegationProblem {
  const url = withSlash(request.url);
  const problem = problemOf(state, { ...request, url });
  if (problem !== undefined) return problem;
  const { config, federation } = state;
  const { zones } = request;
  const { delegations = {}, sources = [] } = federation;
  const given = zones.filter((zone) => zoneProblem(state, zone) === undefined);
  const moved = zones.filter((zone) => !given.includes(zone));
  const target = targetOf(state, { ...request, url });
  if ('problem' in target) return target;
  const others = sources.flatMap((each) => (each.id === target.id ? [] : (without(each, zones) ?? [])));
  const at = sources.findIndex(({ id }) => id === target.id);
  const ours = zones.filter((zone) => given.includes(zone) || Object.hasOwn(delegations, zone));
  const settings: Settings = {
    config: config.zones === '*' ? config : { ...config, zones: config.zones.filter((zone) => !given.includes(zone)) },
    federation: withSources(
      federation,
      { ...delegations, ...Object.fromEntries(ours.map((zone) => [zone, url])) },
      at === -1 ? [...others, target] : others.toSpliced(Math.min(at, others.length), 0, target),
    ),
  };
  const texts = settingsFiles(state.textOf, settings);
  if (texts === undefined) return { problem: 'unsound' };
  const locks = locksOf(state, target, { given, moved }, sha256);
  const lock = locks.get(target.id) ?? emptyLock(target.id);
  const { records, tombstones } = lockOnly(lock, zones);
  return {
    // The settings last: whoever stops the program before them has changed nothing. federation.yaml first: a zone is never nobody’s.
    files: new Map([...lockFiles(state, locks, settings), ...[...texts].toReversed()]),
    settings,
    source: target,
    lock,
    given,
    moved,
    counts: { records: Object.keys(records).length, tombstones: Object.keys(tombstones).length },
    staying: stayingParts(state, settings, zones),
  };
}

function problemOf(state: ZoneState, { zones, url, ownUrl, moves }: DelegationRequest): DelegationProblem | undefined {
  const { config, federation } = state;
  if (url === ownUrl) return { problem: 'own-address', found: [url] };
  for (const zone of zones) {
    if (!isZone(zone)) return { problem: 'no-zone', zone };
    if (zoneProblem(state, zone) === undefined) continue;
    const source = sourceOf(state, zone);
    const address = federation.delegations?.[zone] ?? source?.url;
    if (address === undefined) return { problem: 'not-ours', zone };
    if (address === url && source?.url === url) return { problem: 'already', zone };
    // What is delegated and taken from nowhere goes on where it is.
    if (address !== url && moves !== true) return { problem: 'elsewhere', zone, found: [address] };
  }
  const isLast = config.zones !== '*' && config.zones.every((zone) => zones.includes(zone));
  return isLast ? { problem: 'last-zone' } : undefined;
}

/** The source as it will be: the one at this address, or a new one. A copy that moves to another address keeps its id. */
function targetOf({ config, federation }: ZoneState, request: DelegationRequest): Source | DelegationProblem {
  const { zones, url, trust, licenses } = request;
  const { sources = [] } = federation;
  const here = sources.find((each) => each.url === url);
  const id = request.id ?? here?.id ?? zones[0] ?? '';
  const named = sources.find((each) => each.id === id);
  if (here !== undefined && here.id !== id) return { problem: 'id-taken', found: [here.id, here.url] };
  if (named !== undefined && named.url !== url && without(named, zones) !== undefined)
    return { problem: 'id-taken', found: [named.id, named.url] };
  if (named === undefined || id === config.id) {
    if (id === config.id) return { problem: 'id-taken', found: [config.id] };
    return { id, url, zones: [...zones], trust: trust ?? 'review', licenses: [...(licenses ?? [config.dataLicense])] };
  }
  // Only part of a zone would else be let in, and the rest go.
  const { include, mirror, ...rest } = named;
  const whole = zones.map((zone) => `${zone}/*`);
  return {
    ...rest,
    url,
    // A mirror is one of the copy at that address.
    ...(mirror === undefined || named.url !== url ? {} : { mirror }),
    zones: named.zones === '*' ? '*' : [...new Set([...named.zones, ...zones])],
    ...(trust === undefined ? {} : { trust }),
    ...(licenses === undefined ? {} : { licenses: [...licenses] }),
    ...(include === undefined ? {} : { include: [...new Set([...include, ...whole])] }),
  };
}

/** The locks that change, by source. */
function locksOf(
  state: ZoneState,
  target: Source,
  { given, moved }: Pick<DelegationPlan, 'given' | 'moved'>,
  sha256: Sha256,
): Map<string, Lock> {
  const before = sourcesOf(state).flatMap(({ id }) => {
    const lock = state.lockOf(id);
    return lock === undefined ? [] : [[id, lock] as const];
  });
  const known = before.map(([, lock]) => lockOnly(lock, moved));
  const fresh = [...given, ...moved.filter((zone) => !known.some((lock) => mentions(lock, zone)))];
  const others = before
    .filter(([id, lock]) => id !== target.id && moved.some((zone) => mentions(lock, zone)))
    .map(([id, lock]) => [id, lockWithout(lock, moved)] as const);
  const own = state.lockOf(target.id) ?? emptyLock(target.id);
  const begun = beginLock({ id: target.id, zones: fresh }, filesOf(state, fresh), sha256, known.reduce(lockWith, own));
  return new Map([...others, [target.id, begun]]);
}

function mentions(lock: Lock, zone: string): boolean {
  const { records, tombstones } = lockOnly(lock, [zone]);
  return Object.keys(records).length > 0 || Object.keys(tombstones).length > 0;
}

function sourcesOf({ federation }: Pick<ZoneState, 'federation'>): readonly Source[] {
  return federation.sources ?? [];
}

/** The files of locks; that of a source which is none any more goes. */
export function lockFiles(
  state: ZoneState,
  locks: ReadonlyMap<string, Lock>,
  { federation }: Settings,
): (readonly [string, string | undefined])[] {
  const left = new Set(sourcesOf({ federation }).map(({ id }) => id));
  const gone = sourcesOf(state).filter(({ id }) => !left.has(id) && state.lockOf(id) !== undefined);
  return [
    ...[...locks].filter(([id]) => left.has(id)).map(([id, lock]) => [lockFile(id), formatLock(lock)] as const),
    ...gone.map(({ id }) => [lockFile(id), undefined] as const),
  ];
}

function stayingParts(state: ZoneState, after: Settings, zones: readonly string[]): string[] {
  const written = new Set([...state.records.keys()].map((file) => sharedIdentity(file)?.zone ?? ''));
  const isPart = (zone: string) => zones.some((whole) => zone.startsWith(`${whole}-`));
  return [...written].filter((zone) => isPart(zone) && zoneProblem(after, zone) === undefined).toSorted();
}
