import { roleOf } from '../registry/files.ts';
import { byteLimit, isRead } from '../registry/source-file.ts';
import { phrase } from '../rules/phrase.ts';
import type { Finding } from '../rules/rule.ts';
import { shown } from '../rules/rule.ts';
import { insidePath } from './area.ts';
import { clashesOf, pathFault } from './path-faults.ts';
import type { FileDifference, PullRequestInput } from './pull-request-input.ts';

/** Above this even a font or a picture of the program is too large. */
const MAX_CODE_BYTES = 5 * 1024 * 1024;

/** What is wrong with the files of a pull request as git has them, before any of them is read. Paths are from the root of the repository. */
export function treeFindings({ differences, folder, paths }: PullRequestInput): Finding[] {
  const gone = new Set(differences.filter(({ after }) => after === undefined).map(({ path }) => path));
  const added = differences.filter(({ after, target }) => after !== undefined && target === undefined);
  const clashes = clashesOf(
    added.map(({ path }) => path),
    paths.filter((path) => !gone.has(path)),
  );
  const repeated = repeatedPaths(differences);
  return differences.flatMap((difference): Finding[] => {
    if (difference.after === undefined) return [];
    const at = { file: difference.path, offset: 0 };
    const other = clashes.get(difference.path);
    const faults = [
      modeFault(difference, folder),
      pathFault(difference.path, difference.isUtf8, insidePath(difference.path, folder) !== undefined),
      other === undefined
        ? undefined
        : { rule: 'pr-path', code: 'clash', values: { other: shown(other) }, found: shown(difference.path) },
      repeated.has(difference.path) ? { rule: 'pr-path', code: 'twice', found: shown(difference.path) } : undefined,
      sizeFault(difference, folder),
    ];
    return faults.flatMap((fault) => (fault === undefined ? [] : [{ ...at, ...fault }]));
  });
}

/** A tree that no git has written may hold one name twice. */
function repeatedPaths(differences: readonly FileDifference[]): ReadonlySet<string> {
  const times = Map.groupBy(differences, ({ path }) => path);
  return new Set([...times].flatMap(([path, { length }]) => (length > 1 ? path : [])));
}

type Fault = Omit<Finding, 'file'>;

function modeFault({ path, after }: FileDifference, folder: string): Fault | undefined {
  const mode = after?.mode ?? '';
  const fault = (code: string, values = {}): Fault => ({ rule: 'pr-file-mode', code, values, found: mode });
  if (mode === '120000') return fault('link');
  if (mode === '160000') return fault('submodule');
  if (!/^100[67]/.test(mode)) return fault('other', { mode });
  // The program has programs.
  return mode !== '100644' && insidePath(path, folder) !== undefined ? fault('executable') : undefined;
}

function sizeFault({ path, after }: FileDifference, folder: string): Fault | undefined {
  const { size = 0, mode, bytes } = after ?? {};
  const inside = insidePath(path, folder);
  const role = inside === undefined ? undefined : roleOf(inside);
  const most = role === undefined ? MAX_CODE_BYTES : byteLimit(role);
  if (size > most) {
    const rule = role === undefined ? 'pr-size' : 'file-size';
    return { rule, code: 'large', values: { bytes: size }, expected: phrase('bytesAtMost', { count: most }) };
  }
  const isUnread = role !== undefined && isRead(role) && mode === '100644' && bytes === undefined;
  return isUnread ? { rule: 'pr-size', code: 'heavy' } : undefined;
}
