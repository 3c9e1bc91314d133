import { isOutdated, migrated, versionOf } from '../registry/migrations/index.ts';
import { readYaml } from '../registry/yaml.ts';
import { plainData } from '../registry/yaml-plain.ts';
import { KIND_NAMES, KINDS, type Kind, kindOfFolder } from '../schema/kinds.ts';
import { type ForeignOptions, isMap, type ProblemCode, Unreadable } from './foreign.ts';
import type { Imported } from './imported.ts';
import { type Ledger, openLedger } from './ledger.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The rules of YAML whose problems have words of their own. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  'yaml-duplicate-key': 'duplicate',
  'yaml-depth': 'deep',
  'yaml-one-document': 'documents',
  'unsafe-key': 'key',
};

/** Reads a record of our own, also of the version before, under the limits that records have. Throws {@link Unreadable}. */
export function readOwnRecord(text: string, options: ForeignOptions): Imported {
  const { value, findings, document } = readYaml('', text);
  const [fault] = findings;
  if (fault !== undefined) throw new Unreadable(CODES[fault.rule] ?? 'yaml', fault.offset ?? 0);
  if (!isMap(value) || document === undefined) throw new Unreadable('format', 0);
  const kind = kindOfRecord(value, options.fileName ?? '');
  const fields = isOutdated(versionOf(kind, value))
    ? plainData('', '', migrated(document, kind).contents).value
    : value;
  const ledger = openLedger(kind, fields, options.today);
  for (const [field] of ledger.below()) carryField(ledger, String(field));
  return ledger.finish();
}

/** Carries a field; of one that has a fault somewhere, the texts and items that have none. */
function carryField(ledger: Ledger, field: string): void {
  const value = ledger.at(field);
  const verdict = ledger.judge([field], value);
  if ('value' in verdict || !(isMap(value) || Array.isArray(value))) ledger.set([field], value, [field]);
  else if (verdict.reason === 'no-field') ledger.decline('no-field', [field]);
  else if (Array.isArray(value)) for (const path of ledger.below(field)) ledger.add([field], ledger.at(...path), path);
  else for (const path of ledger.below(field)) ledger.set([field, String(path.at(-1))], ledger.at(...path), path);
}

/** Records have no field for their kind: the folder tells, or else the fields do. */
function kindOfRecord(fields: Fields, fileName: string): Kind {
  const stated = kindOfFolder(/(?:^|\/)([a-z]+)\/[a-z0-9-]+\/[^/]+$/.exec(fileName)?.[1] ?? '');
  if (stated !== undefined) return stated;
  const knownFields = (kind: Kind): number => {
    const { shape } = KINDS[kind].schema;
    return Object.keys(fields).reduce((sum, key) => sum + (Object.hasOwn(shape, key) ? 1 : -1), 0);
  };
  return KIND_NAMES.reduce((best, kind) => (knownFields(kind) > knownFields(best) ? kind : best));
}

/** True of fields that only our own records have. */
export function isOwnRecord(value: unknown): value is Fields {
  return isMap(value) && 'schemaVersion' in value;
}
