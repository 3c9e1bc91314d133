import type { TreeChange, TreeEntry, TreePath } from '../../../src/git/trees-git.ts';
import { hostReason, isOfProgram, ownerOf } from './owners.ts';

/** What was done to a file since the release that the copy stands on. */
export type Deed = 'added' | 'edited' | 'removed' | 'untouched';

/** A file outside the registry folder that the copy has otherwise than the release it stands on. */
export interface CopyEdit {
  /** As text; bytes that are not UTF-8 as `\xFF`. */
  readonly path: string;
  /** What the copy did, never `untouched`. */
  readonly here: Deed;
  /** What the release to take does to it. */
  readonly release: Deed;
  /** `replaced`: the release's takes its place. `kept`: the copy's stays. `written`: commands make it anew. */
  readonly fate: 'replaced' | 'kept' | 'written';
  /** Why it is kept. */
  readonly why?: string;
}

export interface Comparison {
  /** What the copy had changed, by path. */
  readonly edits: readonly CopyEdit[];
  /** From the copy's tree to the one that it will have: never a path of the registry folder. */
  readonly changes: readonly TreeChange[];
}

export interface Differences {
  /** From the release that the copy stands on to the copy. */
  readonly here: readonly TreeChange[];
  /** From the release that the copy stands on to the one to take. */
  readonly release: readonly TreeChange[];
}

interface Change {
  readonly path: TreePath;
  readonly base?: TreeEntry;
  readonly ours?: TreeEntry;
  readonly theirs?: TreeEntry;
}

/**
 * What becomes of every file outside the registry folder. No two versions of a file are ever merged: one of them is taken. A change that the
 * copy and the release have both made is no edit. Pure.
 */
export function compareFiles({ here, release }: Differences): Comparison {
  const [edits, changes]: [CopyEdit[], TreeChange[]] = [[], []];
  for (const change of threefold(here, release)) {
    const { path, base, ours, theirs } = change;
    if (ownerOf(path.text) === 'copy' || isSame(ours, theirs)) continue;
    const edit = isSame(base, ours) ? undefined : editOf(change);
    // Commands made it here, and of what the release has as before.
    if (edit?.fate === 'written' && edit.release === 'untouched') continue;
    if (edit !== undefined) edits.push(edit);
    if (edit?.fate === 'kept') continue;
    changes.push({ path, ...(ours && { before: ours }), ...(theirs && { after: theirs }) });
  }
  return { edits, changes };
}

/** Each path that differs anywhere, in order, with what stands there thrice. */
function threefold(here: readonly TreeChange[], release: readonly TreeChange[]): Change[] {
  const taken = new Map(release.map((change) => [change.path.key, change]));
  const all = here.map(({ path, before, after }) => {
    const theirs = taken.get(path.key);
    taken.delete(path.key);
    return entries(path, before, after, theirs === undefined ? before : theirs.after);
  });
  all.push(...[...taken.values()].map(({ path, before, after }) => entries(path, before, before, after)));
  return all.toSorted((a, b) => (a.path.key < b.path.key ? -1 : 1));
}

function entries(path: TreePath, base?: TreeEntry, ours?: TreeEntry, theirs?: TreeEntry): Change {
  return { path, ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) };
}

/** The same bytes under the same mode, or nothing on either side. */
export function isSame(one: TreeEntry | undefined, other: TreeEntry | undefined): boolean {
  return one?.hash === other?.hash && one?.mode === other?.mode;
}

function editOf({ path: { text: path }, base, ours, theirs }: Change): CopyEdit {
  const edit = { path, here: deed(base, ours), release: deed(base, theirs) };
  const owner = ownerOf(path);
  if (owner === 'written') return { ...edit, fate: 'written' };
  const isOwn = base === undefined && theirs === undefined && !isOfProgram(path);
  return owner === 'host' || isOwn ? { ...edit, fate: 'kept', why: hostReason(path) } : { ...edit, fate: 'replaced' };
}

function deed(from: TreeEntry | undefined, to: TreeEntry | undefined): Deed {
  if (isSame(from, to)) return 'untouched';
  if (from === undefined) return 'added';
  return to === undefined ? 'removed' : 'edited';
}
