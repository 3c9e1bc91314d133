import { checkShape } from '../../registry/check-shape.ts';
import type { Finding } from '../../rules/rule.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields in which nothing was found; a fault below a field takes the field along. */
export function withoutFaults(data: Fields, findings: readonly Finding[]): Fields {
  const faulty = new Set(findings.map(({ path }) => path?.[0]));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !faulty.has(key)));
}

/** The fields of a record that are as its schema has them. */
export function soundFields(kind: Kind, data: Fields): Fields {
  return withoutFaults(data, checkShape('', data, KINDS[kind].schema).findings);
}
