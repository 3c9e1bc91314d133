import { parts, placeOf } from '../federation/assess.ts';
import { type Lock, lockFile, parseLock } from '../federation/lock.ts';
import type { Sha256 } from '../federation/protocol.ts';
import { contentHash, contentOf } from '../federation/record-text.ts';
import { sharedFile, sharedIdentity } from '../federation/shared-kinds.ts';
import { SYNC_CHECKS } from '../federation/sync-checks.ts';
import type { OwnRegistry, Source } from '../federation/sync-context.ts';
import type { SourceFile } from '../registry/assemble.ts';
import { type FileRole, roleOf } from '../registry/files.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import type { Finding } from '../rules/rule.ts';
import type { Federation, RegistryConfig } from '../schema/config.ts';
import { recordKey, splitId } from '../schema/registry.ts';
import { insidePath } from './area.ts';
import type { FileDifference, FileVersion, PullRequestInput } from './pull-request-input.ts';

/** What a synchronization has written, told by what is in the files: nothing that anybody says of a pull request counts. */
export interface TakenFiles {
  /** Paths inside the registry folder: locks, and records that are exactly what their lock says. */
  readonly files: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

type Input = Pick<PullRequestInput, 'differences' | 'folder' | 'sources' | 'textOf' | 'sha256' | 'isOurs'>;
type SharedIdentity = NonNullable<ReturnType<typeof sharedIdentity>>;
type Touched = ReadonlyMap<string, FileDifference>;

/** So many records of one lock are named; more say nothing more. */
const MAX_NAMED = 20;
const NONE: TakenFiles = { files: new Set(), findings: [] };
const utf8 = new TextDecoder();

/**
 * The files of a pull request that came by synchronization: the lock of a source that `federation.yaml` names in the target’s branch, and with
 * it the records of that source’s zones, each of which has the hash that the lock says. What a lock claims and the files do not bear out makes
 * the whole of that source somebody’s edit. Whether the source has said so is not to be seen here, and is said, too.
 */
export function takenFiles(input: Input): TakenFiles {
  const touched = touchedByFile(input);
  const locks = [...touched.keys()].flatMap((file) => {
    const role = roleOf(file);
    return role.type === 'lock' ? [role.source] : [];
  });
  if (locks.length === 0) return NONE;
  const own = settingsOf(input.sources);
  const next = settingsOf(settingsInHead(touched, input.sources));
  const all = locks.map((source) =>
    isHandedOver(source, own, next)
      ? handedOver(source, { own, next }, touched, input)
      : takenFrom(source, own, touched, input),
  );
  return { files: new Set(all.flatMap(({ files }) => [...files])), findings: all.flatMap(({ findings }) => findings) };
}

/** What a pull request changes, by path inside the registry folder. */
export function touchedByFile({ differences, folder }: Pick<PullRequestInput, 'differences' | 'folder'>): Touched {
  return new Map(
    differences.flatMap((each) => {
      const file = insidePath(each.path, folder);
      return file === undefined ? [] : [[file, each] as const];
    }),
  );
}

type Settings = Pick<OwnRegistry, 'zones' | 'delegations' | 'sources'>;

/** As they stand in the target’s branch: who may write what is not for a pull request to say. */
export function settingsOf(sources: readonly SourceFile[]): Settings {
  const data = (type: FileRole['type']) => sources.find(({ role }) => role.type === type)?.parsed.data;
  const { zones = [] } = (data('config') ?? {}) as Partial<RegistryConfig>;
  const { delegations = {}, sources: from = [] } = (data('federation') ?? {}) as Partial<Federation>;
  return { zones, delegations, sources: from };
}

/** The settings as the pull request leaves them. */
export function settingsInHead(touched: Touched, sources: readonly SourceFile[]): readonly SourceFile[] {
  return sources.map((each) => {
    const bytes = touched.get(each.file)?.after?.bytes;
    const isSetting = each.role.type === 'config' || each.role.type === 'federation';
    return isSetting && bytes !== undefined ? { ...each, parsed: parseSourceFile(each.file, bytes).parsed } : each;
  });
}

/** The pull request says who writes which zone: it is for a person to merge, and what it does to the lock follows from that. */
function isHandedOver(id: string, own: Settings, next: Settings): boolean {
  const zonesOf = ({ zones, delegations, sources }: Settings) =>
    JSON.stringify([zones, delegations, sources.find((source) => source.id === id)?.zones]);
  return zonesOf(own) !== zonesOf(next);
}

/**
 * The lock where zones change hands: it may lose what is taken from the source no more, and claim what stands in the target’s branch as it
 * stands, or as another lock there has it. Records are nobody’s but the rules’ to judge.
 */
function handedOver(
  id: string,
  { own, next }: { readonly own: Settings; readonly next: Settings },
  touched: Touched,
  input: Input,
): TakenFiles {
  const file = lockFile(id);
  const source = next.sources.find((each) => each.id === id);
  const after = touched.get(file)?.after;
  if (source === undefined && after === undefined) return { files: new Set([file]), findings: [] };
  const lock = lockIn(after, id);
  const fault = (code: string, name = ''): Finding => ({
    ...{ rule: 'pr-taken', code, file, offset: 0 },
    ...(name === '' ? { values: { source: id } } : { values: { source: id, id: name }, found: name }),
  });
  if (source === undefined) return { files: new Set(), findings: [fault('source')] };
  if (lock === undefined) return { files: new Set(), findings: [fault('lock')] };
  const before = lockOf(input.textOf(file), id);
  const others = own.sources.flatMap((each) => lockOf(input.textOf(lockFile(each.id)), each.id) ?? []);
  const isTaken = (zone: string) =>
    !SYNC_CHECKS.isOwnZone(zone, next) && SYNC_CHECKS.isTakenFrom(zone, source as Source, next as OwnRegistry);
  const moved = (key: string) => others.some((other) => other.records[key] === lock.records[key]);
  const findings = [
    ...stateFaults(lock, before).map((code) => fault(code)),
    ...[before, ...others].flatMap((known) => forgotten(lock, known, isTaken)).map((key) => fault('forgotten', key)),
    ...claimed(lock, before, touched, input, isTaken)
      .filter((key) => !moved(key))
      .map((key) => fault('absent', key)),
  ];
  return { files: new Set(findings.length > 0 ? [] : [file]), findings: findings.slice(0, MAX_NAMED) };
}

function takenFrom(id: string, own: Settings, touched: Touched, input: Input): TakenFiles {
  const file = lockFile(id);
  const source = own.sources.find((each) => each.id === id);
  const lock = lockIn(touched.get(file)?.after, id);
  const fault = (code: string, name = ''): Finding => ({
    ...{ rule: 'pr-taken', code, file, offset: 0 },
    ...(name === '' ? { values: { source: id } } : { values: { source: id, id: name }, found: name }),
  });
  if (source === undefined) return { files: new Set(), findings: [fault('source')] };
  if (lock === undefined) return { files: new Set(), findings: [fault('lock')] };
  const before = lockOf(input.textOf(file), id);
  const isTaken = (zone: string) =>
    !SYNC_CHECKS.isOwnZone(zone, own) && SYNC_CHECKS.isTakenFrom(zone, source as Source, own as OwnRegistry);
  const records = [...touched].flatMap(([path, difference]) => {
    const role = sharedIdentity(path);
    return role !== undefined && isTaken(role.zone) ? [{ path, role, difference }] : [];
  });
  const findings = [
    ...stateFaults(lock, before).map((code) => fault(code)),
    ...forgotten(lock, before, isTaken).map((key) => fault('forgotten', key)),
    ...records.flatMap(({ path, role, difference }) =>
      isAsLocked(role, difference.after, { lock, before }, input.sha256)
        ? []
        : [{ ...fault('differs', recordKey(role.kind, role.id)), file: path }],
    ),
    ...claimed(lock, before, touched, input, isTaken).map((key) => fault('absent', key)),
  ];
  if (findings.length > 0) return { files: new Set(), findings: findings.slice(0, MAX_NAMED) };
  return {
    files: new Set([file, ...records.map(({ path }) => path)]),
    findings: input.isOurs
      ? []
      : [{ rule: 'pr-taken-by-hand', code: 'unseen', file, offset: 0, values: { source: id, count: records.length } }],
  };
}

function lockIn(version: FileVersion | undefined, source: string): Lock | undefined {
  return version?.bytes === undefined || version.mode !== '100644'
    ? undefined
    : lockOf(utf8.decode(version.bytes), source);
}

function lockOf(text: string | undefined, source: string): Lock | undefined {
  const lock = text === undefined ? undefined : parseLock(text);
  return lock?.source === source ? lock : undefined;
}

/** A state older than the one that stands in the target’s branch, or out of reach of any later one. */
function stateFaults({ snapshot }: Lock, before: Lock | undefined): string[] {
  const known = before?.snapshot;
  if (known === undefined) return [];
  const state = { sequence: snapshot?.sequence ?? -1 } as Parameters<typeof SYNC_CHECKS.isRollback>[0];
  if (SYNC_CHECKS.isRollback(state, known)) return ['rollback'];
  return SYNC_CHECKS.isFastForward(state, known) ? ['forward'] : [];
}

/** Tombstones that are known, and would be no more: what they stand for could live again. */
function forgotten(lock: Lock, before: Lock | undefined, isTaken: (zone: string) => boolean): string[] {
  return Object.keys(before?.tombstones ?? {}).filter(
    (key) => !Object.hasOwn(lock.tombstones, key) && isTaken(splitId(parts(key).id).zone),
  );
}

/** A record as the lock has its hash, its tombstone likewise; or no file where the lock had one and has none any more. */
function isAsLocked(
  { kind, id }: SharedIdentity,
  after: FileVersion | undefined,
  { lock, before }: { readonly lock: Lock; readonly before: Lock | undefined },
  sha256: Sha256,
): boolean {
  const key = recordKey(kind, id);
  if (after === undefined) return before?.records[key] !== undefined && lock.records[key] === undefined;
  if (after.bytes === undefined) return false;
  const content = contentOf(kind, utf8.decode(after.bytes));
  const hash = content === undefined ? undefined : contentHash(kind, id, content, sha256);
  if (content === undefined || hash === undefined) return false;
  const isStone = Object.hasOwn(content.data, 'state');
  return isStone ? lock.tombstones[key] === hash && lock.records[key] === undefined : lock.records[key] === hash;
}

/** Records that the lock newly claims to have been taken, and which are neither in the pull request nor stand in the target’s branch so. */
function claimed(
  lock: Lock,
  before: Lock | undefined,
  touched: Touched,
  { textOf, sha256 }: Input,
  isTaken: (zone: string) => boolean,
): string[] {
  return Object.entries(lock.records).flatMap(([key, hash]) => {
    if (before?.records[key] === hash) return [];
    const place = placeOf(parts(key));
    if (place === undefined || !isTaken(splitId(place.id).zone)) return [key];
    const { kind, id } = place;
    const file = sharedFile(kind, id);
    if (touched.get(file)?.after !== undefined) return [];
    const content = contentOf(kind, touched.has(file) ? '' : (textOf(file) ?? ''));
    return content !== undefined && contentHash(kind, id, content, sha256) === hash ? [] : [key];
  });
}
