import { z } from 'zod';
import { fieldsOf, schemasAt } from '../../../src/schema/field-meta.ts';
import { KINDS, type Kind } from '../../../src/schema/kinds.ts';
import type { AnyRecord, Registry } from '../../../src/schema/registry.ts';
import { nearestHint } from '../did-you-mean.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

/** `audience.levels=local`: what a record must have to be listed. */
export interface Condition {
  readonly path: readonly string[];
  readonly value: string;
}

/** Throws a {@link UsageError} for a field that the kind does not have, and for a value that it can never have: nothing found would mislead. */
export function parseCondition(kind: Kind, text: string): Condition {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--where takes field=value, not “${visible(text)}”.`);
  const condition = { path: text.slice(0, at).split('.'), value: text.slice(at + 1) };
  if (OF_EVERY_RECORD.includes(condition.path.join('.'))) return condition;
  const schemas = schemasOfField(KINDS[kind].schema, condition.path);
  const field = visible(condition.path.join('.'));
  const known = [
    ...OF_EVERY_RECORD,
    ...fieldsOf(KINDS[kind].schema).map(({ path }) => path.filter((step) => step !== '*').join('.')),
  ];
  if (schemas.length === 0) {
    const hint = nearestHint(condition.path.join('.'), known) ?? 'The data model lists them.';
    throw new UsageError(`No field of the kind ${kind} is called “${field}”. ${hint}`);
  }
  const choices = schemas.flatMap((schema) => (schema instanceof z.ZodEnum ? schema.options.map(String) : []));
  if (choices.length > 0 && !choices.includes(condition.value))
    throw new UsageError(`${field} is never “${visible(condition.value)}”: ${choices.join(', ')}.`);
  return condition;
}

/** Throws a {@link UsageError} for a field that this copy would have to declare and does not; other copies' fields may be any. */
export function refuseUndeclared(kind: Kind, { config }: Registry, { path, value }: Condition): void {
  const [first, zone = '', key] = path;
  if (first !== 'extensions' || key === undefined || !Object.hasOwn(config.extensions ?? {}, zone)) return;
  const declared = (config.extensions?.[zone] ?? []).filter(({ kinds }) => kinds.includes(kind));
  const field = declared.find((each) => each.key === key);
  const name = visible(`extensions.${zone}.${key}`);
  const keys = declared.map((each) => each.key);
  if (field === undefined)
    throw new UsageError(
      `registry.yaml declares no field “${name}” for the kind ${kind}. ${nearestHint(key, keys) ?? `It declares: ${keys.join(', ') || 'none'}.`}`,
    );
  const choices = field.type === 'choice' || field.type === 'choices' ? Object.keys(field.values ?? {}) : [];
  if (choices.length > 0 && !choices.includes(value))
    throw new UsageError(`${name} is never “${visible(value)}”: ${choices.join(', ')}.`);
}

/** What every record has besides its fields. */
const OF_EVERY_RECORD = ['id', 'zone'];

/** The schemas that a value of a field may have, with lists and maps passed through, as {@link meets} does. */
function schemasOfField(schema: z.core.$ZodType, [step, ...rest]: readonly string[]): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional)
    return schemasOfField(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  if (schema instanceof z.ZodArray) return schemasOfField(schema.element, step === undefined ? [] : [step, ...rest]);
  if (step === undefined) return [schema];
  return schemasAt(schema, [step]).flatMap((inner) => schemasOfField(inner, rest));
}

/** True where the value at the path, or one item of a list on the way, is the wanted one. */
export function meets({ id, zone, data }: AnyRecord, { path, value: wanted }: Condition): boolean {
  const find = (value: unknown, steps: readonly string[]): boolean => {
    if (Array.isArray(value)) return value.some((item) => find(item, steps));
    const [step, ...rest] = steps;
    if (step === undefined) return String(value) === wanted;
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, step) &&
      find((value as Record<string, unknown>)[step], rest)
    );
  };
  return find({ ...data, id, zone }, path);
}
