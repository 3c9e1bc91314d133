import { checkShape } from '../../registry/check-shape.ts';
import { issueOf } from '../../registry/issue-of.ts';
import { recordRole } from '../../registry/record-role.ts';
import type { Finding, Issue, RegistryRule } from '../../rules/rule.ts';
import { SHAPE_RULES } from '../../rules/shape-rules.ts';
import { type FieldPath, fieldsOf, type ValuePath, visitValues } from '../../schema/field-meta.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { type AnyRecord, type Draft, type Registry, recordFile, recordKey } from '../../schema/registry.ts';
import { findUnsafeCharacters } from '../../schema/unsafe-characters.ts';
import type { Known, KnownRecord } from '../known/known.ts';
import { FORM_RULES, TEXT_RULES, zoneRule } from './form-rules.ts';
import { withoutFaults } from './sound-fields.ts';

/** A record as the form makes it. */
export interface RecordToCheck {
  readonly kind: Kind;
  readonly zone: string;
  readonly slug: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What the record is checked against. */
export interface CheckContext extends Pick<Registry, 'config' | 'federation' | 'vocabularies'> {
  readonly known: Known;
  /** The day of the person's clock, `2026-11-23`. */
  readonly today: string;
}

/** What is wrong with a record, as far as one can know without the others' content. Nothing stops at the first. */
export async function checkRecord(record: RecordToCheck, context: CheckContext): Promise<Issue[]> {
  const { kind, zone, slug, data } = record;
  const file = recordFile(kind, `${zone}/${slug}`);
  const role = recordRole(file, kind, file.split('/'));
  const shape = checkShape(file, data, KINDS[kind].schema);
  const registry = registryWith(record, withoutFaults(data, shape.findings), context);
  const rules = [...FORM_RULES, await zoneRule(zone), ...(await textRules(record))];
  const found = [
    ...(role.type === 'unknown' ? [role.finding] : []),
    ...shape.findings,
    ...unsafeTexts(file, data),
    ...rules.flatMap((rule) => findingsOf(rule, registry, context.today).filter((finding) => finding.file === file)),
  ];
  const definitions = new Map([...SHAPE_RULES, ...rules].map((rule) => [rule.id, rule]));
  return found.map((finding) => issueOf(atItsField(finding), definitions, { line: 1, col: 1 }));
}

function findingsOf(rule: RegistryRule, registry: Registry, today: string): Finding[] {
  const findings: Finding[] = [];
  rule.check(registry, (finding) => findings.push({ rule: rule.id, ...finding }), { today });
  return findings;
}

/** That one of two fields is missing is told of the record; the form shows it at the field that the message names. */
function atItsField(finding: Finding): Finding {
  const field = finding.values?.['field'];
  if (finding.rule !== 'missing-field' || typeof field !== 'object' || !('field' in field)) return finding;
  return { ...finding, path: field.field };
}

/** The registry as a rule sees it: the record as the one draft, and of the others what is published for the form. */
function registryWith(
  { kind, zone, slug, body }: RecordToCheck,
  data: Readonly<Record<string, unknown>>,
  { config, federation, vocabularies, known }: CheckContext,
): Registry {
  const id = `${zone}/${slug}`;
  const file = recordFile(kind, id);
  const others = known.records.filter((record) => record.kind !== kind || record.id !== id);
  // Whether the others share theirs, too, is not published for the form: the check of the proposal knows.
  const shared = data['sharedRepository'] === true;
  const text = KINDS[kind].ending === 'mdx' ? { body, bodyOffset: 0 } : {};
  return {
    config,
    // Records of a zone may be taken from another copy; they are written there all the same.
    federation: { ...federation, sources: [] },
    vocabularies,
    vocabularyFiles: [],
    edited: [],
    reviewers: { schemaVersion: 1 },
    strings: {},
    changes: { events: [] },
    records: others.map((record) => knownAsRecord(record, shared)),
    drafts: [{ kind, id, zone, slug, file, data, ...text } as unknown as Draft],
    tombstones: known.gone.map((gone) => ({
      kind: gone.kind,
      id: gone.id,
      file: recordFile(gone.kind, gone.id),
      data: { schemaVersion: 1, state: 'tombstone', reason: 'withdrawn' },
    })),
    overlays: [],
    locks: [],
    known: new Set([...known.records.map((record) => recordKey(record.kind, record.id)), recordKey(kind, id)]),
  };
}

function knownAsRecord({ kind, id, name, repositories, formerIds }: KnownRecord, shared: boolean): AnyRecord {
  const [zone = '', slug = ''] = id.split('/');
  const [repository] = repositories ?? [];
  const data = {
    name,
    title: name,
    ...(repository ? { repository, sharedRepository: shared } : {}),
    ...(formerIds ? { formerIds } : {}),
  };
  return { kind, id, zone, slug, file: recordFile(kind, id), data } as unknown as AnyRecord;
}

async function textRules({ kind, data, body }: RecordToCheck): Promise<RegistryRule[]> {
  const names: (keyof typeof TEXT_RULES)[] = [
    ...(hasMarkdown(kind, data) ? (['markdown'] as const) : []),
    ...(KINDS[kind].ending === 'mdx' && body !== '' ? (['mdx'] as const) : []),
  ];
  return Promise.all(names.map((name) => TEXT_RULES[name]()));
}

function hasMarkdown(kind: Kind, data: unknown): boolean {
  let found = false;
  for (const { path, meta } of fieldsOf(KINDS[kind].schema)) {
    if (meta.notation === 'markdown') visitValues(data, path as FieldPath, () => (found = true));
  }
  return found;
}

/** Characters that hide or turn text. A file with them is refused before its fields are looked at. */
function unsafeTexts(file: string, value: unknown, path: ValuePath = []): Finding[] {
  if (typeof value === 'string') {
    const [unsafe] = findUnsafeCharacters(value);
    if (unsafe === undefined) return [];
    const { name } = unsafe;
    return [{ rule: 'unsafe-character', code: 'character', file, path, values: { name }, found: name }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => unsafeTexts(file, inner, [...path, key]));
}
