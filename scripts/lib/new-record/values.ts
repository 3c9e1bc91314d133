import { z } from 'zod';
import type { ExtensionField, RegistryConfig } from '../../../src/schema/config.ts';
import { fieldsOf, metaOf, schemasAt } from '../../../src/schema/field-meta.ts';
import { KINDS, type Kind } from '../../../src/schema/kinds.ts';
import { nearestHint } from '../did-you-mean.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

export type Data = Record<string, unknown>;

/**
 * Sets a field by what a person typed: `name=GC Notify`, `summary.fr=…`, `functions=forms,payments`, `started=2019`. The schema says whether
 * the text becomes a number, a list or stays text; a list grows with each assignment. Of the fields that the copy adds, its settings say it.
 * Throws a {@link UsageError} for what is no field.
 */
export function assign(kind: Kind, data: Data, assignment: string, { extensions }: Partial<RegistryConfig> = {}): void {
  const at = assignment.indexOf('=');
  if (at < 1) throw new UsageError(`--set takes field=value, not “${visible(assignment)}”.`);
  const path = assignment.slice(0, at).split('.');
  const own = path[0] === 'extensions' ? extensions?.[path[1] ?? '']?.find(({ key }) => key === path[2]) : undefined;
  assignText(kind, data, path, assignment.slice(at + 1).trim(), own && FORMS[own.type]);
}

/** How the values of a copy's own fields are typed: what is not here is text. The check of the record says the rest. */
const FORMS: Partial<Record<ExtensionField['type'], z.ZodType>> = {
  number: z.number(),
  boolean: z.boolean(),
  choices: z.array(z.string()),
};

/** @param form what the value is, where the schema leaves it open */
export function assignText(kind: Kind, data: Data, path: readonly string[], text: string, form?: z.ZodType): void {
  const { schema } = KINDS[kind];
  const options = form === undefined ? schemasAt(schema, path).flatMap(forms) : [form];
  const field = path.join('.');
  if (options.length === 0) throw new UsageError(noField(kind, field));
  const isMap =
    options.some((option) => option instanceof z.ZodRecord) && metaOf(schemasAt(schema, path)[0] ?? schema).languageMap;
  if (isMap && !options.some((option) => option instanceof z.ZodString))
    throw new UsageError(`${field} is a text in one or more languages: write --set ${field}.en=…`);
  if (options.some((option) => option instanceof z.ZodObject))
    throw new UsageError(
      `${field} has fields of its own: write --set ${field}.${Object.keys((options[0] as z.ZodObject).shape)[0]}=…`,
    );
  const holder = path.slice(0, -1).reduce<Data>((inner, step) => {
    const next = inner[step] ?? {};
    if (typeof next !== 'object') throw new UsageError(`${field}: ${step} is given as one text already.`);
    inner[step] = next;
    return next as Data;
  }, data);
  const key = path.at(-1) ?? '';
  if (holder[key] !== undefined && !Array.isArray(holder[key])) throw new UsageError(`${field} is given twice.`);
  const value = typedValue(options, text);
  holder[key] = Array.isArray(value) && Array.isArray(holder[key]) ? [...(holder[key] as unknown[]), ...value] : value;
}

/** A schema without what it is wrapped in: each form of a union. */
function forms(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return forms(schema.unwrap());
  return schema instanceof z.ZodUnion ? schema.options.flatMap(forms) : [schema];
}

/** Where the text fits no type it stays text: the check of the record says what is expected. */
function typedValue(options: readonly z.core.$ZodType[], text: string): unknown {
  const list = options.find((option) => option instanceof z.ZodArray);
  if (list !== undefined) {
    const items = text.split(',').map((item) => item.trim());
    return items.filter((item) => item !== '').map((item) => typedValue(forms(list.element), item));
  }
  if (options.some((option) => option instanceof z.ZodBoolean) && /^(?:true|yes|false|no)$/i.test(text))
    return /^(?:true|yes)$/i.test(text);
  const isNumber = options.some((option) => option instanceof z.ZodNumber);
  return isNumber && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function noField(kind: Kind, field: string): string {
  const known = fieldsOf(KINDS[kind].schema).map(({ path }) => path.join('.'));
  const hint = nearestHint(field, known) ?? 'The data model lists them.';
  return `No field of the kind ${kind} is called “${visible(field)}”. ${hint}`;
}
