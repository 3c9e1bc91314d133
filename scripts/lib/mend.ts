import { roleOf } from '../../src/registry/files.ts';
import { fixRecord } from '../../src/registry/fix.ts';
import { findingsOf, type LoadedRegistry, locateIn } from '../../src/registry/load-fs.ts';
import type { Finding, Issue } from '../../src/rules/rule.ts';
import { load, type RegistryFolder } from './registry-folder.ts';
import { recordText } from './write-records.ts';

/** One fix may bring another finding to light; more rounds than this would mean that two undo one another. */
const MAX_ROUNDS = 5;

export interface Mending {
  /** What would be written. */
  readonly drafts: ReadonlyMap<string, string>;
  /** What was mended, each at the place where it stood when it was. */
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
    mended.push(...locateIn(loaded, made));
    loaded = load(folder, drafts);
    findings = findingsOf(loaded);
  }
  return { drafts, mended, after: loaded };
}

/** What carries a fix, and what the canonical form itself mends: marks and line ends. */
function isMendable({ fix: carried, rule, code }: Finding): boolean {
  return carried !== undefined || (rule === 'file-encoding' && code !== 'utf8');
}
