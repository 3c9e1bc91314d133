import { zoneProblem } from '../../rules/zone-authority.ts';
import { KINDS } from '../../schema/kinds.ts';
import type { Overlay } from '../../schema/overlay.ts';
import { type AnyRecord, type OverlayRecord, type Registry, recordKey, splitId } from '../../schema/registry.ts';
import type { Fields } from '../change/data.ts';
import { applyOverlay } from './overlay.ts';

/**
 * The registry as this copy shows it: its overlays applied to the records that other copies write. What is published for other copies, and
 * what synchronization compares, is the registry itself. The same object where there are no overlays.
 */
export function shownRegistry(registry: Registry): Registry {
  const overlays = new Map(foreignOverlays(registry).map(({ kind, id, data }) => [recordKey(kind, id), data]));
  if (overlays.size === 0) return registry;
  const records = registry.records.map((record) => {
    const overlay = overlays.get(recordKey(record.kind, record.id));
    return overlay === undefined ? record : (withOverlay(record, overlay) ?? record);
  });
  return { ...registry, records };
}

/** The overlays that are applied: this copy does not say its own records otherwise, it corrects them. */
export function foreignOverlays(registry: Registry): readonly OverlayRecord[] {
  return registry.overlays.filter(({ id }) => zoneProblem(registry, splitId(id).zone) !== undefined);
}

/** A record with its overlay; `undefined` where it would not fit its schema: then it is shown without, and validate says why. */
export function withOverlay(record: AnyRecord, overlay: Overlay): AnyRecord | undefined {
  // Not the schema of tombstones, whatever the overlay says: only who writes a record takes it away.
  const { data } = KINDS[record.kind].schema.safeParse(applyOverlay(record.data as Fields, overlay));
  return data === undefined ? undefined : ({ ...record, data } as AnyRecord);
}
