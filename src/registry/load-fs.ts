import { hash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { checkRegistry, RULES_BY_ID } from '../rules/index.ts';
import { withoutOthers } from '../rules/others.ts';
import { phrase } from '../rules/phrase.ts';
import type { Finding, Issue } from '../rules/rule.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { CHANGES_FILE } from '../schema/change.ts';
import { type Lock, MAX_LOCK_BYTES } from '../schema/lock.ts';
import { type Registry, recordKey } from '../schema/registry.ts';
import { assembleRegistry, type SourceFile } from './assemble.ts';
import { cachePath, ParseCache, programFingerprint } from './cache-fs.ts';
import { fileHash, type Sha256 } from './content-hash.ts';
import { type FileRole, roleOf } from './files.ts';
import { overlayFindings } from './overlay/overlay-findings.ts';
import { locateFindings } from './parse.ts';
import { MAX_CHANGES_BYTES } from './parse-changes.ts';
import { isRead, parseAs, parseSourceFile } from './source-file.ts';

export interface LoadedRegistry {
  readonly registry: Registry;
  /** What is wrong with single files, before any rule about the whole was asked. */
  readonly findings: readonly Finding[];
  /** The registry folder, absolute. */
  readonly root: string;
  readonly instead?: Drafts;
}

/** Texts of files by their path inside the registry folder: what a command would write, checked before it writes. `undefined`: no file. */
export type Drafts = ReadonlyMap<string, string | undefined>;

export interface LoadOptions {
  /** The program's folder, where the cache is kept; without it nothing is cached. */
  readonly project?: string;
  /** What stands in for files, or beside them. */
  readonly instead?: Drafts;
  /** Told after each file, for who waits. */
  readonly onFile?: (read: number, total: number) => void;
}

/** The registry folder meant by `given`: itself, or the `registry` folder in it. Throws an error for people where there is none. */
export function findRegistryRoot(given: string): string {
  const root = resolve(given);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new RegistryRootError(`There is no folder ${given}.`);
  const inner = join(root, 'registry');
  return !existsSync(join(root, 'registry.yaml')) && existsSync(join(inner, 'registry.yaml')) ? inner : root;
}

/** There is no folder, or no registry in it, where one was named. */
export class RegistryRootError extends Error {
  override readonly name = 'RegistryRootError';
}

/** Reads every file below the registry folder, each once; the only reader of it. */
export function loadRegistry(root: string, options: LoadOptions = {}): LoadedRegistry {
  const { project, instead, onFile } = options;
  const cache = new ParseCache(
    project === undefined ? undefined : cachePath(project, root),
    project === undefined ? '' : programFingerprint(project),
  );
  const found = locksFirst([...walk(root, '')].filter(({ file }) => instead?.has(file) !== true));
  const proposed = [...(instead ?? [])].flatMap(([file, text]) =>
    text === undefined ? [] : [parseSourceFile(file, utf8.encode(text))],
  );
  const taken = new Set(proposed.flatMap(takenKeys));
  const read = found.map(({ file, problem }, index) => {
    onFile?.(index, found.length);
    const source = readSource(root, file, problem, cache, taken);
    for (const key of takenKeys(source)) taken.add(key);
    return source;
  });
  const sources = [...read, ...proposed];
  // What only might be written is not remembered.
  if (instead === undefined) cache.save();
  return { root, ...(instead === undefined ? {} : { instead }), ...assembleRegistry(sources) };
}

const utf8 = new TextEncoder();
const sha256: Sha256 = (bytes) => hash('sha256', bytes);

/** Everything that is wrong with a loaded registry on a day: shape and rules, with places, ordered by file and line. */
export function issuesOf(loaded: LoadedRegistry, today: string = dayOfClock()): Issue[] {
  return locateIn(loaded, findingsOf(loaded, today));
}

/** Everything that is wrong with a loaded registry on a day, not yet located: to find a place, a file is parsed again. */
export function findingsOf({ registry, findings }: LoadedRegistry, today: string = dayOfClock()): Finding[] {
  const asked = withoutOthers(registry, checkRegistry(registry, { today }));
  return [...findings, ...asked, ...overlayFindings(registry, { today }, sha256)];
}

/** Findings with their places, ordered by file and line. */
export function locateIn(loaded: LoadedRegistry, findings: readonly Finding[]): Issue[] {
  const issues = locateFindings(findings, RULES_BY_ID, (file) => textOf(loaded, file));
  return issues.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.col - b.col));
}

/** The text of a file of a loaded registry, for excerpts; nothing for what is no plain text. */
export function textOf({ root, instead }: LoadedRegistry, file: string): string | undefined {
  return instead?.has(file) ? instead.get(file) : plainText(join(root, file));
}

/** The machine's day in UTC; SOURCE_DATE stands in for it where a result must not depend on the clock. */
export function dayOfClock(): string {
  return process.env['SOURCE_DATE'] ?? new Date().toISOString().slice(0, 10);
}

const MAX_READ_BYTES = 1024 * 1024;

/** Far above what a file may have, except for those that grow with every change or record. */
function readLimit(path: string): number {
  const file = path.replaceAll(sep, '/');
  if (file.endsWith(CHANGES_FILE)) return MAX_CHANGES_BYTES;
  return /(?:^|\/)federation\.lock\/[^/]+\.json$/.test(file) ? MAX_LOCK_BYTES : MAX_READ_BYTES;
}

/** A plain file's text; nothing for links, pipes and huge files, which must not be followed, waited for or held in memory. */
export function plainText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > readLimit(path)) return undefined;
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    // Unreadable: the finding says so, and its file's beginning is place enough.
    return undefined;
  }
}

interface Found {
  readonly file: string;
  readonly problem?: Finding;
}

function* walk(root: string, folder: string): Generator<Found> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) yield* walk(root, file);
    } else if (entry.isSymbolicLink()) yield { file, problem: { rule: 'file-type', code: 'link', file } };
    else if (entry.isFile()) yield { file };
    else yield { file, problem: { rule: 'file-type', code: 'special', file } };
  }
}

/** They say which of the other files were taken from other copies, and so must be as they were. */
function locksFirst(found: readonly Found[]): Found[] {
  const isLock = ({ file }: Found) => roleOf(file).type === 'lock';
  return [...found.filter(isLock), ...found.filter((each) => !isLock(each))];
}

/** What a lock says was taken, as `kind:id`; nothing for any other file. */
function takenKeys({ role, parsed }: SourceFile): string[] {
  if (role.type !== 'lock' || parsed.data === undefined) return [];
  const { records, tombstones } = parsed.data as Lock;
  return [...Object.keys(records), ...Object.keys(tombstones)];
}

function readSource(
  root: string,
  file: string,
  problem: Finding | undefined,
  cache: ParseCache,
  taken: ReadonlySet<string>,
): SourceFile {
  const role = roleOf(file);
  if (problem !== undefined)
    return { file, role: { type: 'ignored' }, parsed: { data: undefined, findings: [{ ...problem, offset: 0 }] } };
  if (!isRead(role)) return { file, role, parsed: { data: undefined, findings: [] } };
  const bytes = readBytes(root, file);
  if (!(bytes instanceof Uint8Array)) return { file, role, parsed: { data: undefined, findings: [bytes] } };
  if ((role.type !== 'record' && role.type !== 'vocabulary') || !taken.has(recordKey(role.kind, role.id)))
    return { file, role, parsed: cache.parsed(cacheRole(role), bytes, () => parseAs(file, role, bytes)) };
  // The hash is of the id, too.
  const parsed = cache.parsed(recordKey(role.kind, role.id), bytes, () => {
    const hashHere = fileHash(role.kind, role.id, new TextDecoder().decode(bytes), sha256);
    return { ...parseAs(file, role, bytes), ...(hashHere === undefined ? {} : { hash: hashHere }) };
  });
  return { file, role, parsed };
}

function cacheRole(role: FileRole): string {
  if (role.type === 'record') return role.kind;
  if (role.type === 'logo') return `logo ${role.format}`;
  // Whose lock it is is a part of what it must say.
  return role.type === 'lock' ? `lock ${role.source}` : role.type;
}

function readBytes(root: string, file: string): Uint8Array | Finding {
  let opened: number | undefined;
  try {
    opened = openSync(join(root, file), 'r');
    // Far above any limit: not even read, so that a huge file costs no memory.
    const { size } = fstatSync(opened);
    if (size > readLimit(file))
      return {
        rule: 'file-size',
        code: 'large',
        file,
        offset: 0,
        values: { bytes: size },
        expected: phrase('bytesAtMost', { count: MAX_FILE_BYTES }),
      };
    return readFileSync(opened);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { rule: 'file-type', code: 'unreadable', file, offset: 0, values: { reason } };
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
