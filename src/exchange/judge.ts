import type { z } from 'zod';
import { checkShape } from '../registry/check-shape.ts';
import { REFUSED_KEYS } from '../registry/yaml-plain.ts';
import { countryCode } from '../rules/country-code.ts';
import { dateFuture } from '../rules/date-future.ts';
import { editorial } from '../rules/editorial.ts';
import { languageTag } from '../rules/language-tag.ts';
import { markdown } from '../rules/markdown.ts';
import type { DataPath, Finding, RegistryRule } from '../rules/rule.ts';
import { spdxLicense } from '../rules/spdx-license.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { Draft, Registry } from '../schema/registry.ts';
import type { NotCarriedReason } from './imported.ts';

/** What is asked of a single value, besides its shape; none of them looks at other records. */
const VALUE_RULES: readonly RegistryRule[] = [markdown, spdxLicense, languageTag, countryCode, dateFuture, editorial];
/** A fix may bring the next finding to light. */
const MAX_ROUNDS = 4;

/** A value as the field takes it, or why the field does not. */
export type Verdict = { readonly value: unknown } | { readonly reason: NotCarriedReason };

/**
 * Judges one value as a record's check would, were it alone there, and mends what leaves no choice, as `mit` for MIT.
 * @param to the place in a record; 0 stands for an item of a list
 */
export function judge(kind: Kind, to: DataPath, value: unknown, today: string): Verdict {
  if (to.some((step) => REFUSED_KEYS.has(String(step)))) return { reason: 'not-understood' };
  let tried = value;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const findings = findingsAt(kind, to, tried, today);
    const fix = findings.find(
      ({ path, fix: carried }) => path?.length === to.length && carried && 'set' in carried,
    )?.fix;
    const fault = findings.find(({ rule }) => rule !== editorial.id);
    if (fix === undefined || !('set' in fix))
      return fault === undefined ? { value: tried } : { reason: reasonOf(fault) };
    tried = fix.set;
  }
  return { reason: 'not-understood' };
}

function findingsAt(kind: Kind, to: DataPath, value: unknown, today: string): Finding[] {
  const [field, ...rest] = to;
  const held = rest.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  );
  const within = ({ path = [] }: Finding) => to.every((step, index) => path[index] === step);
  const shape = shapeFindings(kind, String(field), held).filter(within);
  return shape.length > 0 ? shape : rulesOn(kind, { [String(field)]: held }, today).filter(within);
}

/** What the field's own schema says: that the other fields lack is nobody's matter here, and takes time to say. */
function shapeFindings(kind: Kind, field: string, value: unknown): Finding[] {
  const shape: Readonly<Record<string, z.ZodType>> = KINDS[kind].schema.shape;
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (schema === undefined) return [{ rule: 'unknown-field', code: 'unknown', file: '', path: [field] }];
  return checkShape('', value, schema).findings.map((finding) => ({
    ...finding,
    path: [field, ...(finding.path ?? [])],
  }));
}

function rulesOn(kind: Kind, data: unknown, today: string): Finding[] {
  const draft = { kind, id: '', zone: '', slug: '', file: '', data } as unknown as Draft;
  const registry = { records: [], drafts: [draft] } as unknown as Registry;
  const findings: Finding[] = [];
  for (const rule of VALUE_RULES)
    rule.check(registry, (finding) => findings.push({ rule: rule.id, ...finding }), { today });
  return findings;
}

/** Rules by which safety refuses a value. */
const SAFETY: ReadonlySet<string> = new Set(['unsafe-url', markdown.id, 'unsafe-character']);

function reasonOf({ rule, code }: Finding): NotCarriedReason {
  if (SAFETY.has(rule)) return code === 'syntax' || code === 'characters' ? 'not-understood' : 'unsafe';
  if (rule === 'unknown-field') return 'no-field';
  return rule === 'text-length' && code === 'long' ? 'too-long' : 'not-understood';
}
