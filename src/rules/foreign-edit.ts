import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import { type EditedRecord, type Registry, splitId } from '../schema/registry.ts';
import { SHARED_ZONE } from '../schema/vocabulary.ts';
import { formerIdsCount } from './former-ids.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

/** What another copy writes is only shown here. That it was changed is no error: synchronization never writes over it, and tells it, too. */
export const foreignEdit: RegistryRule = {
  id: 'foreign-edit',
  severity: 'warning',
  doc: {
    title: 'What another copy writes is changed there',
    why: 'A file that was taken from another copy and changed here is never written over: it no longer follows what its owner says, and nobody else sees the change.',
    mend: 'Propose the change to the copy that has the record. Write what only this copy says as an overlay. Then delete the file and run npm run registry -- sync: it comes back as it is there.',
  },
  messages: {
    changed: 'This was taken from the copy “{source}” ({url}) and changed here.',
    added: 'The copy “{source}” ({url}), which has this zone, does not have this.',
    former: '“{id}” is named as a former id of this. The copy that has this has no say over it: it leads nowhere.',
  },
  hints: {
    added: 'Propose it to the copy that has the zone, or move it into a zone of this registry.',
  },
  check(registry, report) {
    for (const each of registry.edited) {
      const { file, how, source } = each;
      const { id, url } = source;
      const hint = phrase('editThere', { url, own: ownFile(registry, each) });
      const values = { source: id, url };
      report({ code: how, file, offset: 0, values, ...(how === 'changed' ? { hint } : {}) });
    }
    const counts = formerIdsCount(registry);
    for (const { file, zone, data } of registry.records)
      for (const [index, former] of (data.formerIds ?? []).entries())
        if (!counts(zone, splitId(former).zone))
          report({ code: 'former', file, path: ['formerIds', index], found: former, values: { id: former } });
  },
};

/** Where this copy says what it says otherwise. */
function ownFile({ config }: Pick<Registry, 'config'>, { kind, id }: Pick<EditedRecord, 'kind' | 'id'>): string {
  if (isRecordKind(kind)) return `overlays/${KINDS[kind].folder}/${id}.yaml`;
  const [zone = SHARED_ZONE] = config.zones === '*' ? [] : config.zones;
  return `vocabularies/${splitId(id).slug}.${zone}.yaml`;
}

function isRecordKind(kind: EditedRecord['kind']): kind is Kind {
  return (KIND_NAMES as readonly string[]).includes(kind);
}
