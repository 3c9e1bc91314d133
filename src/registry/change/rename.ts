import { recordFile } from '../../schema/registry.ts';
import { type FileRole, roleOf } from '../files.ts';
import { withFormerId } from './former-id.ts';
import { type RecordName, type Redirected, redirectReferences } from './redirect-references.ts';
import { renameMaintainers } from './rename-maintainers.ts';

/** Texts of files by their path inside the registry folder. */
export type Texts = ReadonlyMap<string, string>;

export interface ReferencePlan {
  /** The texts of the files that refer, as they would be. */
  readonly texts: Texts;
  /** Where each of them refers, as `owner` or `uses.0.project`. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Files that speak of the id and cannot be read, so that nothing may be changed before they are mended. */
  readonly unsound: readonly string[];
}

/** What changes where references to one record are to lead to another id of its kind. */
export function planReferences(texts: Texts, from: RecordName, to: string): ReferencePlan {
  return planned(texts, (role, text) =>
    role.type === 'record' ? redirectReferences(role, text, from, to) : UNCHANGED,
  );
}

const UNCHANGED: Redirected = { text: '', places: [] };

function planned(texts: Texts, redirected: (role: FileRole, text: string) => Redirected | undefined): ReferencePlan {
  const changed = new Map<string, string>();
  const places = new Map<string, readonly string[]>();
  const unsound: string[] = [];
  for (const [file, text] of texts) {
    const result = redirected(roleOf(file), text);
    if (result === undefined) unsound.push(file);
    else if (result.places.length > 0) {
      changed.set(file, result.text);
      places.set(file, result.places);
    }
  }
  return { texts: changed, places, unsound };
}

export interface RenamePlan extends Omit<ReferencePlan, 'texts'> {
  /** What would be written; `undefined` for the old file, which goes. The new file comes first: see {@link planRename}. */
  readonly drafts: ReadonlyMap<string, string | undefined>;
}

/**
 * What changes where a record gets another id: its file moves and lists the old id, and every reference follows, in `reviewers.yaml`, too. The
 * new file is written first and the old one removed last, so that whoever is stopped in between can rename again: what is done already is the
 * same text.
 */
export function planRename(texts: Texts, from: RecordName, to: string): RenamePlan {
  const [oldFile, newFile] = [recordFile(from.kind, from.id), recordFile(from.kind, to)];
  const others = new Map([...texts].filter(([file]) => file !== newFile));
  const {
    texts: changed,
    places,
    unsound,
  } = planned(others, (role, text) => {
    if (role.type === 'reviewers') return renameMaintainers(text, from, to);
    return role.type === 'record' ? redirectReferences(role, text, from, to) : UNCHANGED;
  });
  const moved = withFormerId(from.kind, changed.get(oldFile) ?? texts.get(oldFile) ?? '', from.id);
  if (moved === undefined) return { drafts: new Map(), places, unsound: [...new Set([oldFile, ...unsound])] };
  const drafts = new Map<string, string | undefined>([[newFile, moved]]);
  for (const [file, text] of changed) if (file !== oldFile) drafts.set(file, text);
  drafts.set(oldFile, undefined);
  return { drafts, places, unsound };
}
