import type { SourceFile } from '../registry/assemble.ts';
import { type FileRole, roleOf } from '../registry/files.ts';
import type { ParsedFile } from '../registry/parse.ts';
import { isRead, parseSourceFile } from '../registry/source-file.ts';
import { insidePath } from './area.ts';
import type { FileDifference, FileVersion, PullRequestInput } from './pull-request-input.ts';

/** A file of the registry that a pull request touches, read on both sides. */
export interface TouchedFile {
  readonly difference: FileDifference;
  /** Path inside the registry folder. */
  readonly file: string;
  readonly role: FileRole;
  /** Absent where there was no file, or none that is read. */
  readonly before?: ParsedFile;
  /** Absent where the file is gone. */
  readonly after?: SourceFile;
}

/** A touched file at a path that records have. */
export interface TouchedRecord extends TouchedFile {
  readonly role: FileRole & { readonly type: 'record' };
}

/** The files of the registry that a pull request touches; `refused`: paths of which nothing is read. */
export function touchedFiles({ differences, folder }: PullRequestInput, refused: ReadonlySet<string>): TouchedFile[] {
  return differences.flatMap((difference) => {
    const file = insidePath(difference.path, folder);
    if (file === undefined) return [];
    const { before, after, path } = difference;
    const old = before?.bytes === undefined ? undefined : parseSourceFile(file, before.bytes).parsed;
    return {
      difference,
      file,
      role: roleOf(file),
      ...(old === undefined ? {} : { before: old }),
      ...(after === undefined ? {} : { after: sourceOf(file, after, refused.has(path)) }),
    };
  });
}

function sourceOf(file: string, { bytes }: FileVersion, isRefused: boolean): SourceFile {
  if (bytes !== undefined && !isRefused) return parseSourceFile(file, bytes);
  const role = roleOf(file);
  // What is not looked at still has its place: a reference to it is no dangling one. Of a path that is faulted as such, that it is no place
  // for a record need not be said, too.
  return { file, role: isRefused && !isRead(role) ? { type: 'ignored' } : role, parsed: UNREAD };
}

const UNREAD: ParsedFile = { data: undefined, findings: [] };

/** Whether a touched file is a record. */
export function isRecordFile(touched: TouchedFile): touched is TouchedRecord {
  return touched.role.type === 'record';
}

type Data = Readonly<Record<string, unknown>>;

/** What a record's file says, as far as it can be read. */
export function dataOf(parsed: ParsedFile | undefined): Data | undefined {
  return (parsed?.data ?? parsed?.sound) as Data | undefined;
}

export function isTombstone(data: Data | undefined): boolean {
  return data?.['state'] === 'tombstone';
}

/** The former ids that a record lists. */
export function formerIdsOf(data: Data | undefined): readonly string[] {
  const ids = data?.['formerIds'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
