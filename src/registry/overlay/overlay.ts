import { KINDS, type Kind } from '../../schema/kinds.ts';
import type { Overlay } from '../../schema/overlay.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type Fields, isFields, own } from '../change/data.ts';
import type { Sha256 } from '../content-hash.ts';
import { mergePatch } from './merge-patch.ts';

/** The hash that stands for a field which the base has not. */
const ABSENT = 'absent';

/** The path of a record's overlay inside the registry folder. */
export function overlayFile(kind: Kind, id: string): string {
  return `overlays/${KINDS[kind].folder}/${id}.yaml`;
}

/** A record as this copy shows it: what the overlay says always wins. */
export function applyOverlay(base: Fields, { patch }: Overlay): Fields {
  return mergePatch(base, patch) as Fields;
}

/** An overlay on a record as it stands now: the patch, with the base hash of each field that it touches. */
export function createOverlay(base: Fields, patch: Overlay['patch'], sha256: Sha256): Overlay {
  const hashes = touchedFields(patch).map((steps) => [pointerOf(steps), hashOf(valueAt(base, steps), sha256)] as const);
  return { schemaVersion: 1, patch, base: Object.fromEntries(hashes.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** A field that the other copy changed after the overlay was written. */
export interface StaleField {
  /** RFC 6901: `/summary/fr`. */
  readonly path: string;
  /** What the overlay was written on, where it is still known; as the two others, `undefined` for a field that is not there. */
  readonly old?: unknown;
  readonly now: unknown;
  readonly ours: unknown;
}

/**
 * The fields of an overlay whose base is no longer what it was, in order of path. `before` is the record that stood here until now: it shows
 * what a field was where the overlay was written on it.
 */
export function staleFields(overlay: Overlay, now: Fields, sha256: Sha256, before?: Fields): StaleField[] {
  const fields = touchedFields(overlay.patch).flatMap((steps): StaleField[] => {
    const path = pointerOf(steps);
    const written = own(overlay.base, path);
    const current = valueAt(now, steps);
    if (written === hashOf(current, sha256)) return [];
    const old = before === undefined ? undefined : valueAt(before, steps);
    const isKnown = before !== undefined && hashOf(old, sha256) === written;
    const ours = valueAt(overlay.patch, steps) ?? undefined;
    return [{ path, ...(isKnown ? { old } : {}), now: current, ours }];
  });
  return fields.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths to all that a patch sets or takes away: its values that are no maps, and empty maps. */
function touchedFields(patch: Fields, above: readonly string[] = []): (readonly string[])[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    const steps = [...above, key];
    return isFields(value) && Object.keys(value).length > 0 ? touchedFields(value, steps) : [steps];
  });
}

function pointerOf(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps of a pointer (RFC 6901). */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a patch at this path takes the place of: also of one above it that is no map, as a name that is one text becomes several. */
function valueAt(data: Fields, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (isFields(value) ? own(value, step) : value), data);
}

function hashOf(value: unknown, sha256: Sha256): string {
  return value === undefined ? ABSENT : sha256(new TextEncoder().encode(canonicalJson(value)));
}
