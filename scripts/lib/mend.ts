import { roleOf } from '../../src/registry/files.ts';
import { fixRecord } from '../../src/registry/fix.ts';
import { findingsOf, type LoadedRegistry, locateIn } from '../../src/registry/load-fs.ts';
import { type Finding, type Fix, type Issue, shown } from '../../src/rules/rule.ts';
import { load, type RegistryFolder } from './registry-folder.ts';
import { recordText } from './write-records.ts';

/** One fix may bring another finding to light; more rounds than this would mean that two undo one another. */
const MAX_ROUNDS = 5;

export interface Mending {
  /** What would be written. */
  readonly drafts: ReadonlyMap<string, string>;
  /** What was mended, each at its place in the file as it stood at first. */
  readonly mended: readonly Issue[];
  readonly after: LoadedRegistry;
}

/**
 * Mends in memory, round by round, until nothing is left that can be. `first`: the registry with `texts`, which stand in for files that a
 * command would write.
 */
export function mend(
  folder: RegistryFolder,
  first: LoadedRegistry,
  texts: ReadonlyMap<string, string>,
  wanted: (file: string) => boolean,
): Mending {
  const drafts = new Map(texts);
  const mended: Issue[] = [];
  const moves: Finding[] = [];
  let loaded = first;
  let findings = findingsOf(loaded);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const made: Finding[] = [];
    for (const [file, found] of Map.groupBy(findings.filter(isMendable), (finding) => finding.file)) {
      const role = roleOf(file);
      const text = drafts.get(file) ?? recordText(folder.root, file);
      if (!wanted(file) || role.type !== 'record' || text === undefined) continue;
      const fixed = fixRecord(role.kind, text, found);
      if (fixed === undefined || fixed.text === text) continue;
      drafts.set(file, fixed.text);
      made.push(...fixed.made);
    }
    if (made.length === 0) break;
    mended.push(
      ...locateIn(
        first,
        made.map((finding) => asItStood(finding, moves)),
      ),
    );
    moves.push(...made);
    loaded = load(folder, drafts);
    findings = findingsOf(loaded);
  }
  return { drafts, mended, after: loaded };
}

/** A finding of a later round by the names and places that its fields had before. */
function asItStood(finding: Finding, moves: readonly Finding[]): Finding {
  const path = [...(finding.path ?? [])];
  for (const { file, path: old = [], fix: carried } of moves.toReversed()) {
    const depth = old.length - 1;
    const isBelow = old.slice(0, depth).every((step, index) => path[index] === step);
    if (file !== finding.file || !isBelow || carried === undefined) continue;
    if ('rename' in carried && path[depth] === carried.rename) path[depth] = old[depth] ?? carried.rename;
    if ('wrap' in carried && path[depth] === old[depth]) path.splice(old.length, 1);
  }
  return finding.path === undefined ? finding : { ...finding, path };
}

/** What carries a fix, and what the canonical form itself mends: marks and line ends. */
function isMendable({ fix: carried, rule, code }: Finding): boolean {
  return carried !== undefined || (rule === 'file-encoding' && code !== 'utf8');
}

/**
 * What was mended, for people: `license: mit → MIT`, `functions: forms → [forms]`. Blanks at an end, and a number that becomes text, stand
 * between quotes to be seen.
 */
export function changeText({ fix: made, path, found = '', message }: Issue): string {
  if (made === undefined) return message;
  const after = afterText(made, found);
  const isAlike = found.trim() === after;
  const before = found === '' ? 'nothing' : isAlike && found !== after ? `“${found}”` : found;
  return `${path.join('.')}: ${before} → ${isAlike && 'set' in made && typeof made.set === 'string' ? `“${after}”` : after}`;
}

function afterText(made: Fix, found: string): string {
  if ('remove' in made) return 'removed';
  if ('wrap' in made) return `[${found}]`;
  return 'rename' in made ? made.rename : shown(made.set);
}
