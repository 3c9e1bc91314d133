import { everyDraft, recordKey, splitId } from '../schema/registry.ts';
import { formerIdsCount } from './former-ids.ts';
import type { RegistryRule } from './rule.ts';

/** Names that Windows cannot have as files: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** True of the part of an id after the zone that no file can be named by on Windows. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.test(slug);
}

export const identity: RegistryRule = {
  id: 'identity',
  severity: 'error',
  doc: {
    title: 'Each id belongs to one record, for ever',
    why: 'Ids are addresses: an id used twice, or again after its record ended, would lead old links to the wrong thing.',
    mend: 'Choose another slug. If the record is the same thing under a new name, keep the record and list the old id under formerIds.',
  },
  messages: {
    clash: '“{id}” differs from “{other}” only in hyphens.',
    reserved: '“{slug}” is a name that Windows cannot have as a file.',
    formerLive: 'The former id “{id}” is the id of a record.',
    formerTwice: 'The former id “{id}” is claimed by “{other}” too.',
  },
  hints: {
    formerLive: 'Take it out of formerIds: an id leads to one record only.',
    formerTwice: 'Leave it in the record that once had this id, and take it out of the other.',
  },
  check(registry, report) {
    const bySpelling = new Map<string, string>();
    const all = [...everyDraft(registry), ...registry.tombstones];
    for (const { kind, id, file } of all) {
      const { slug } = splitId(id);
      if (isReservedSlug(slug)) report({ code: 'reserved', file, offset: 0, found: slug, values: { slug } });
      const spelling = recordKey(kind, id.replaceAll('-', '').toLowerCase());
      const other = bySpelling.get(spelling);
      if (other !== undefined) report({ code: 'clash', file, offset: 0, found: id, values: { id, other } });
      bySpelling.set(spelling, id);
    }
    const claimedBy = new Map<string, string>();
    const counts = formerIdsCount(registry);
    for (const { kind, id: owner, zone, file, data } of everyDraft(registry)) {
      for (const [index, former] of (data.formerIds ?? []).entries()) {
        // Else whoever writes another zone could make an error of a record of this copy.
        if (!counts(zone, splitId(former).zone)) continue;
        const at = { file, path: ['formerIds', index], found: former };
        const key = recordKey(kind, former);
        const claimed = claimedBy.get(key);
        if (registry.known.has(key)) report({ code: 'formerLive', ...at, values: { id: former } });
        if (claimed !== undefined) report({ code: 'formerTwice', ...at, values: { id: former, other: claimed } });
        claimedBy.set(key, owner);
      }
    }
  },
};
