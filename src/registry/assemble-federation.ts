import type { Lock } from '../schema/lock.ts';
import type { Overlay } from '../schema/overlay.ts';
import { byKindAndId, type OverlayRecord, type Registry } from '../schema/registry.ts';
import type { SourceFile } from './assemble.ts';

/** What was taken from other copies, and what this one says otherwise about their records. */
export function federationFrom(sources: readonly SourceFile[]): Pick<Registry, 'overlays' | 'locks'> {
  return { overlays: overlaysFrom(sources), locks: locksFrom(sources) };
}

function overlaysFrom(sources: readonly SourceFile[]): OverlayRecord[] {
  return sources
    .flatMap(({ file, role, parsed }) =>
      role.type === 'overlay' && parsed.data !== undefined
        ? [{ kind: role.kind, id: role.id, file, data: parsed.data as Overlay }]
        : [],
    )
    .sort(byKindAndId);
}

function locksFrom(sources: readonly SourceFile[]): Lock[] {
  return sources
    .flatMap(({ role, parsed }) => (role.type === 'lock' && parsed.data !== undefined ? [parsed.data as Lock] : []))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}
