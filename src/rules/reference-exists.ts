import type { Kind } from '../schema/kinds.ts';
import { everyDraft, type Registry, recordKey } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { didYouMean } from './nearest.ts';
import { kindName, phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const LOOKS_LIKE_ID = /^[a-z]{2,3}(?:-[a-z0-9]+)?\/[a-z0-9-]+$/;

const mayRefer: Wanted = ({ references, mayReference }) => references !== undefined || mayReference !== undefined;

export const referenceExists: RegistryRule = {
  id: 'reference-exists',
  severity: 'error',
  doc: {
    title: 'References lead to records',
    why: 'A project whose owner has no record leads its readers nowhere, and is missing from the pages of its country.',
    mend: 'Correct the id, or add the record that is missing in the same pull request.',
  },
  messages: {
    missing: 'There is no {kind} “{id}”.',
    self: 'The record refers to itself.',
  },
  hints: { self: 'Delete the reference, or name another record.' },
  each: true,
  check(registry, report) {
    const idsOf = idsByKind(registry);
    const gone = new Set(registry.tombstones.map(({ kind, id }) => recordKey(kind, id)));
    for (const record of everyDraft(registry)) {
      for (const { value, path, meta } of markedValues(record, mayRefer)) {
        const id = String(value);
        const kind = (meta.references ?? meta.mayReference) as Kind;
        if (meta.mayReference !== undefined && !LOOKS_LIKE_ID.test(id)) continue;
        const at = { file: record.file, path, found: id };
        if (!registry.known.has(recordKey(kind, id))) {
          report({
            code: 'missing',
            ...at,
            values: { kind: kindName(kind), id },
            expected: phrase('idOfKind', { kind: kindName(kind) }),
            ...didYouMean(id, idsOf.get(kind) ?? []),
          });
        } else if (kind === record.kind && id === record.id) {
          report({ code: 'self', ...at });
        }
      }
    }
    for (const tombstone of registry.tombstones) {
      const id = tombstone.data.successor;
      // That a successor is gone, too, is for the rule `tombstone` to say.
      const key = recordKey(tombstone.kind, id ?? '');
      if (id === undefined || registry.known.has(key) || gone.has(key)) continue;
      const { kind, file } = tombstone;
      report({
        code: 'missing',
        file,
        path: ['successor'],
        found: id,
        values: { kind: kindName(kind), id },
        expected: phrase('idOfKind', { kind: kindName(kind) }),
        ...didYouMean(id, idsOf.get(kind) ?? []),
      });
    }
  },
};

function idsByKind({ known }: Registry): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const key of known) {
    const colon = key.indexOf(':');
    const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)];
    const list = ids.get(kind);
    if (list === undefined) ids.set(kind, [id]);
    else list.push(id);
  }
  return ids;
}
