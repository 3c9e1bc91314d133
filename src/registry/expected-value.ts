import { z } from 'zod';
import { metaOf, schemasAt, type ValuePath } from '../schema/field-meta.ts';

/** What the field at a path takes, for whoever has to write it: its values, or its form with an example; nothing where the schema has no such field. */
export function expectedAt(schema: z.core.$ZodType, path: ValuePath): { expected?: string } {
  const forms = [...new Set(schemasAt(schema, path).map((at) => expectedOf(at, String(path.at(-1)))))];
  return forms.length === 0 ? {} : { expected: forms.join(' or ') };
}

function expectedOf(schema: z.core.$ZodType, field: string): string {
  if (schema instanceof z.ZodOptional) return expectedOf(schema.unwrap(), field);
  const { references, vocabulary, languageMap, notation } = metaOf(schema);
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum)
    return [...valuesOf(schema)].map(String).join(', ');
  if (schema instanceof z.ZodArray) return `a list; each item: ${expectedOf(schema.element, field)}`;
  if (references !== undefined) return `zone/slug of a record of the kind ${references}`;
  if (vocabulary !== undefined) return `a term of vocabularies/${vocabulary}.yaml`;
  if (languageMap === true && schema instanceof z.ZodRecord) return `text in each language, as ${field}: {en: …}`;
  if (notation === 'spdx') return 'an SPDX expression, as MIT';
  if (schema instanceof z.ZodUnion) return expectedOfForms(schema, field);
  if (schema instanceof z.ZodObject) return expectedFields(schema);
  if (schema instanceof z.ZodRecord) return 'fields, each a name and its value';
  return expectedOfValue(schema);
}

function valuesOf(schema: z.ZodLiteral | z.ZodEnum): Iterable<unknown> {
  return schema instanceof z.ZodEnum ? schema.options : schema.values;
}

/** A bare year is a number to YAML and a date to people: the form in words says both. */
function expectedOfForms(schema: z.ZodUnion, field: string): string {
  const forms = metaOf(schema).notation === 'date' ? schema.options.filter(isText) : schema.options;
  return [...new Set(forms.map((form) => expectedOf(form, field)))].join(' or ');
}

function isText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString;
}

/** The fields that must be there; where none must, those that may. */
function expectedFields({ shape }: z.ZodObject): string {
  const required = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  return required.length > 0 ? `fields: ${required.join(', ')}` : `fields, as ${Object.keys(shape).join(', ')}`;
}

/** Text that nearly every notation refuses and every text for people takes. */
const PLAIN_WORDS = 'Plain words';

/** What a schema says of a value that it refuses is what it expects, in the words of the one place where they stand. */
function expectedOfValue(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNumber) return 'a whole number';
  const refusal = z.safeParse(schema, PLAIN_WORDS).error?.issues[0]?.message;
  const longest = schema instanceof z.ZodString ? schema.maxLength : null;
  return refusal ?? (longest === null ? 'text' : `text of at most ${longest} characters`);
}
