import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { recordText } from '../write-records.ts';

/** A file’s text; `null`: nothing stands there; `undefined`: something that is no text file, and is never written over. */
export type Standing = string | null | undefined;

/** The files of a registry as a plan sees them: each is looked at once, so that the plan rests on one state, and it is known on which. */
export interface SeenFiles {
  /** Whether anything stands there: what is no plain file must not be written over, either. */
  readonly has: (file: string) => boolean;
  readonly get: (file: string) => string | undefined;
  /** What was seen of a file. Of one that was never looked at, nothing is known: `undefined`. */
  readonly seen: (file: string) => Standing;
}

/** What stands at a place now. */
export function standingAt(root: string, file: string): Standing {
  return isThere(root, file) ? recordText(root, file) : null;
}

/** The files of the registry at `root`, none of them looked at yet. */
export function seeFiles(root: string): SeenFiles {
  const there = new Map<string, boolean>();
  const texts = new Map<string, Standing>();
  const has = (file: string) => {
    const known = there.get(file) ?? isThere(root, file);
    there.set(file, known);
    return known;
  };
  const look = (file: string) => {
    if (!texts.has(file)) texts.set(file, has(file) ? standingAt(root, file) : null);
    return texts.get(file);
  };
  return {
    has,
    get: (file) => look(file) ?? undefined,
    seen: (file) => (there.get(file) === false ? null : texts.get(file)),
  };
}

/** Nothing is written over that is not what the plan was made from. @throws {UsageError} */
export function assertAsSeen(root: string, file: string, seen: Standing): void {
  if (seen !== undefined && standingAt(root, file) === seen) return;
  throw new UsageError(
    visible(
      `${join(root, file)} was changed by somebody else while this ran. Nothing was written, so that no edit is lost. Run it again: it starts from what stands there now.`,
    ),
  );
}

function isThere(root: string, file: string): boolean {
  return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
}
