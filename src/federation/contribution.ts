import { type Fields, isFields, own, sameData } from '../registry/change/data.ts';
import { editRecord } from '../registry/change/edit-record.ts';
import { contentHash, contentOf, type RecordContent } from '../registry/content-hash.ts';
import { formatRecord } from '../registry/format.ts';
import { applyOverlay, staleFields } from '../registry/overlay/overlay.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Overlay } from '../schema/overlay.ts';
import type { Sha256 } from './protocol.ts';

/** A record as it stands here and there, of which something is to be proposed to the copy that writes it. */
export interface ContributionInput {
  readonly kind: Kind;
  readonly id: string;
  /** The file here. */
  readonly ours: string;
  /** What this copy says otherwise about it. */
  readonly overlay?: Overlay | undefined;
  /** The hash at which it was taken from there; `undefined` for a record of this copy’s own. */
  readonly taken?: string | undefined;
  /** The file there now; `undefined` where there is none, or where nobody was asked. */
  readonly theirs?: string | undefined;
  /** Zones whose extension fields are declared by this copy: nobody else knows them. */
  readonly extensions: readonly string[];
  readonly sha256: Sha256;
}

/** `nothing`: what stands here says nothing else. `stale`, `moved`: it has changed there since. `unsound`: a file cannot be read or written. */
export type Contributed =
  | { readonly text: string; readonly isNew: boolean }
  | { readonly problem: 'nothing' | 'unsound' }
  | { readonly problem: 'stale'; readonly fields: readonly string[] }
  | { readonly problem: 'moved' };

/**
 * The file to propose upstream: theirs with only what this copy says otherwise, the overlay applied and its own extension fields left out; or a
 * record of its own, whole. Never an edit that would undo what they have changed since.
 */
export function contributionOf(input: ContributionInput): Contributed {
  const { kind, id, ours, overlay, taken, theirs, extensions, sha256 } = input;
  const here = contentOf(kind, ours);
  const there = theirs === undefined ? undefined : contentOf(kind, theirs);
  if (here === undefined || (theirs !== undefined && there === undefined)) return { problem: 'unsound' };
  const hash = (content: RecordContent) => contentHash(kind, id, content, sha256);
  const isEdited = taken === undefined || hash(here) !== taken;
  if (taken !== undefined && isEdited && there !== undefined && ![taken, hash(here)].includes(hash(there)))
    return { problem: 'moved' };
  // Of a record that was only taken, theirs is the newer.
  const base = isEdited ? here : (there ?? here);
  const stale = overlay === undefined ? [] : staleFields(overlay, (there ?? here).data, sha256);
  if (overlay !== undefined && stale.length > 0) return { problem: 'stale', fields: stale.map(({ path }) => path) };
  const wanted = overlay === undefined ? base.data : applyOverlay(base.data, overlay);
  // Of an edited file nobody knows which of them came from there.
  const data = withoutOwnExtensions(wanted, there?.data ?? (isEdited ? {} : base.data), extensions);
  const isSame = taken !== undefined && !isEdited && overlay === undefined;
  if (isSame || (there !== undefined && sameData(data, there.data) && (base.body ?? '') === (there.body ?? '')))
    return { problem: 'nothing' };
  const options = base.body === undefined ? {} : { body: base.body };
  const text = editRecord(kind, theirs ?? ours, data, options);
  const formatted = text === undefined ? undefined : theirs === undefined ? formatRecord(kind, text) : text;
  if (formatted === undefined) return { problem: 'unsound' };
  return { text: formatted, isNew: theirs === undefined && taken === undefined };
}

/** The extension fields of this copy’s own as the other has them, which is mostly not at all. */
function withoutOwnExtensions(data: Fields, theirs: Fields, zones: readonly string[]): Fields {
  const [wanted, known] = [own(data, 'extensions'), own(theirs, 'extensions')];
  const { extensions: _, ...rest } = data;
  const kept = Object.entries(isFields(wanted) ? wanted : {}).filter(([zone]) => !zones.includes(zone));
  const back = Object.entries(isFields(known) ? known : {}).filter(([zone]) => zones.includes(zone));
  const extensions = Object.fromEntries([...kept, ...back]);
  return Object.keys(extensions).length === 0 ? rest : { ...rest, extensions };
}
