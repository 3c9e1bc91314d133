import { everyDraft, recordKey } from '../schema/registry.ts';
import { kindName } from './phrase.ts';
import type { RegistryRule, RuleDefinition } from './rule.ts';
import { zoneProblem } from './zone-authority.ts';

export const overlayRecord: RegistryRule = {
  id: 'overlay-record',
  // No error: another copy may take a record away at any time, and shall not stop the site by it.
  severity: 'warning',
  doc: {
    title: 'An overlay is on a record that another copy writes',
    why: 'What this copy writes itself is corrected where it stands; what is not here can be said otherwise nowhere.',
    mend: 'Correct the record, and delete the overlay.',
  },
  messages: {
    absent: 'There is no {kind} {id} here.',
    own: 'This copy writes the zone “{zone}” itself: the overlay is not applied.',
  },
  hints: { absent: 'Delete the overlay, or correct its path to that of the record.' },
  check(registry, report) {
    const here = new Set(everyDraft(registry).map(({ kind, id }) => recordKey(kind, id)));
    for (const { kind, id, file } of registry.overlays) {
      const [zone = ''] = id.split('/');
      if (zoneProblem(registry, zone) === undefined) report({ code: 'own', file, offset: 0, values: { zone } });
      else if (!here.has(recordKey(kind, id)))
        report({ code: 'absent', file, offset: 0, values: { kind: kindName(kind), id } });
    }
  },
};

/** Rules about what a record becomes by its overlay; `src/registry/overlay/overlay-findings.ts` asks them. */
export const OVERLAY_RULES = [
  {
    id: 'overlay-stale',
    severity: 'warning',
    doc: {
      title: 'An overlay is on what the other copy says now',
      why: 'Where the other copy has changed a field since, ours may be out of date, or no longer needed; until somebody looks, ours is shown.',
      mend: 'Compare the two. Delete the field from the overlay to show theirs; to keep ours, run npm run registry -- overlay with the id of the record.',
    },
    messages: {
      changed: 'The other copy has changed the field “{field}” since this was written.',
      gone: 'The other copy has taken the field “{field}” away since this was written.',
    },
  },
] as const satisfies readonly RuleDefinition[];
