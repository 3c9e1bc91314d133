import { z } from 'zod';
import { allOf, anyOf, expectedWords, kindName, phrase, type Words } from '../rules/phrase.ts';
import { metaOf, schemasAt, type ValuePath } from '../schema/field-meta.ts';
import type { Kind } from '../schema/kinds.ts';

/** What the field at a path takes, for whoever has to write it: its values, or its form with an example; nothing where the schema has no such field. */
export function expectedAt(schema: z.core.$ZodType, path: ValuePath): { expected?: Words } {
  const forms = schemasAt(schema, path).map((at) => expectedOf(at, String(path.at(-1))));
  return forms.length === 0 ? {} : { expected: anyOf(forms) };
}

function expectedOf(schema: z.core.$ZodType, field: string): Words {
  if (schema instanceof z.ZodOptional) return expectedOf(schema.unwrap(), field);
  const { references, vocabulary, languageMap, notation } = metaOf(schema);
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum) return anyOf([...valuesOf(schema)].map(String));
  if (schema instanceof z.ZodArray) return phrase('listOf', { item: expectedOf(schema.element, field) });
  if (references !== undefined) return phrase('idOfKind', { kind: kindName(references as Kind) });
  if (vocabulary !== undefined) return phrase('term', { vocabulary });
  if (languageMap === true && schema instanceof z.ZodRecord) return phrase('textPerLanguage', { field });
  if (notation === 'spdx') return phrase('spdx');
  if (schema instanceof z.ZodUnion) return expectedOfForms(schema, field);
  if (schema instanceof z.ZodObject) return expectedFields(schema);
  if (schema instanceof z.ZodRecord) return phrase('fieldsNamed');
  return expectedOfValue(schema);
}

function valuesOf(schema: z.ZodLiteral | z.ZodEnum): Iterable<unknown> {
  return schema instanceof z.ZodEnum ? schema.options : schema.values;
}

/** A bare year is a number to YAML and a date to people: the form in words says both. */
function expectedOfForms(schema: z.ZodUnion, field: string): Words {
  const forms = metaOf(schema).notation === 'date' ? schema.options.filter(isText) : schema.options;
  return anyOf(forms.map((form) => expectedOf(form, field)));
}

function isText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString;
}

/** The fields that must be there; where none must, those that may. */
function expectedFields({ shape }: z.ZodObject): Words {
  const required = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  return required.length > 0
    ? phrase('fieldsNeeded', { fields: allOf(required) })
    : phrase('fieldsPossible', { fields: allOf(Object.keys(shape)) });
}

/** Text that nearly every notation refuses and every text for people takes. */
const PLAIN_WORDS = 'Plain words';

/** What a schema says of a value that it refuses is what it expects, in the words of the one place where they stand. */
function expectedOfValue(schema: z.core.$ZodType): Words {
  if (schema instanceof z.ZodBoolean) return phrase('trueOrFalse');
  if (schema instanceof z.ZodNumber) return phrase('wholeNumber');
  const refusal = z.safeParse(schema, PLAIN_WORDS).error?.issues[0]?.message;
  if (refusal !== undefined) return expectedWords(refusal);
  const longest = schema instanceof z.ZodString ? schema.maxLength : null;
  return longest === null ? phrase('text') : phrase('textUpTo', { count: longest });
}
