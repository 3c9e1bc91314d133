import { findingsOf, type LoadedRegistry, locateIn } from '../../../src/registry/load-fs.ts';
import { recordText } from '../../../src/registry/record-text.ts';
import type { Issue } from '../../../src/rules/rule.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import { recordFile } from '../../../src/schema/registry.ts';
import { mend } from '../mend.ts';
import { load, type RegistryFolder } from '../registry-folder.ts';
import type { Data } from './values.ts';

export interface DraftRecord {
  readonly file: string;
  /** The record in canonical form, with what could be mended mended. */
  readonly text: string;
  /** What would be wrong with it, were it written. */
  readonly issues: readonly Issue[];
  /** What was mended of what was given. */
  readonly mended: readonly Issue[];
}

/** A new record as it would stand in the registry, checked with everything else there; nothing is written. */
export function draftRecord(folder: RegistryFolder, kind: Kind, id: string, data: Data, body: string): DraftRecord {
  const file = recordFile(kind, id);
  const text = recordText(kind, data, body);
  const drafts = new Map([[file, text]]);
  const mended = mend(folder, load(folder, drafts), drafts, (name) => name === file);
  return {
    file,
    text: mended.drafts.get(file) ?? text,
    issues: issuesOfFile(mended.after, file),
    mended: mended.mended,
  };
}

function issuesOfFile(loaded: LoadedRegistry, file: string): Issue[] {
  return locateIn(
    loaded,
    findingsOf(loaded).filter((finding) => finding.file === file),
  );
}
