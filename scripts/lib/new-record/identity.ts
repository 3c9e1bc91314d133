import { roleOf } from '../../../src/registry/files.ts';
import { fillTemplate, inEnglish } from '../../../src/rules/english.ts';
import { identity } from '../../../src/rules/identity.ts';
import { checkRegistry, RULES_BY_ID } from '../../../src/rules/index.ts';
import type { Finding } from '../../../src/rules/rule.ts';
import { zoneAuthority } from '../../../src/rules/zone-authority.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import { type Draft, type Registry, recordFile, recordKey } from '../../../src/schema/registry.ts';

/** Why an id cannot be that of a new record, in the words of the rules, or `undefined`. Ids are never used again. */
export function idProblem(
  kind: Kind,
  zone: string,
  slug: string,
  registry: Registry,
  today: string,
): string | undefined {
  const id = `${zone}/${slug}`;
  const file = recordFile(kind, id);
  const role = roleOf(file);
  if (role.type !== 'record') return role.type === 'unknown' ? wordsOf(role.finding) : undefined;
  if (registry.known.has(recordKey(kind, id))) return `This id belongs to another ${kind} already.`;
  if (registry.tombstones.some((stone) => stone.kind === kind && stone.id === id))
    return `This was the id of another ${kind}, which is gone; it is not used again.`;
  const bearer = registry.records.find((record) => record.kind === kind && record.data.formerIds?.includes(id));
  if (bearer !== undefined) return `This is a former id of ${bearer.id}.`;
  const draft = { kind, id, zone, slug, file, data: {} } as Draft;
  const findings = checkRegistry({ ...registry, drafts: [draft] }, { today }, [zoneAuthority, identity]);
  const [finding] = findings.filter((found) => found.file === file);
  return finding === undefined ? undefined : wordsOf(finding);
}

function wordsOf({ rule, code, values, expected }: Finding): string {
  const message = fillTemplate(RULES_BY_ID.get(rule)?.messages[code] ?? '', values);
  return expected === undefined ? message : `${message} Expected: ${inEnglish(expected)}.`;
}
