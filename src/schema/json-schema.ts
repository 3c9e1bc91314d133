import { z } from 'zod';
import { KIND_NAMES } from './kinds.ts';
import type { Vocabulary } from './registry.ts';
import { SCHEMAS } from './schemas.ts';
import { tombstoneSchema } from './tombstone.ts';

/** What the schemas do not know themselves: the terms of a registry, and the labels of closed lists. */
export interface SchemaWords {
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  /** The English label of a value of a closed list, or `undefined`. */
  readonly label: (enumeration: string, value: string) => string | undefined;
}

type Json = Record<string, unknown>;

/** Metadata of ours that JSON Schema has no word for, prefixed as `x-` so that validators pass over it. */
const OWN_KEYWORDS = ['references', 'mayReference', 'vocabulary', 'enumeration', 'notation', 'languageMap'] as const;

/**
 * The JSON Schema (draft 2020-12) of a file, for editors and other programs: what zod can say of it, with the terms of the vocabularies as
 * closed lists. A record that has `state` is a tombstone. What needs the whole registry, as references, stays with the rules.
 */
export function jsonSchemaOf(name: string, words: SchemaWords): Json {
  const schema = SCHEMAS[name];
  if (schema === undefined)
    throw new Error(`There is no schema ${name}; there are ${Object.keys(SCHEMAS).join(', ')}.`);
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `Public Square: ${name}` };
  const { $defs, ...own } = written(schema, words);
  const shared = $defs === undefined ? {} : { $defs };
  if (!(KIND_NAMES as readonly string[]).includes(name)) return { ...head, ...own, ...shared };
  // Of a choice (anyOf) an editor would tell every fault twice, or only that neither fits.
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema.
  const choice = { if: { required: ['state'] }, then: written(tombstoneSchema, words), else: own };
  return { ...head, type: 'object', ...choice, ...shared };
}

function written(schema: z.ZodType, words: SchemaWords): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      explain(jsonSchema, zodSchema);
      addTerms(jsonSchema, words);
      addLabels(jsonSchema, words);
      renameOwn(jsonSchema);
    },
  });
  return merged(json) as Json;
}

/**
 * The same with every choice between forms of different types as one form with several types: keywords of JSON Schema concern one type
 * each, and of a choice an editor tells no more than that a value has not the first one's type.
 */
function merged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(merged);
  if (typeof value !== 'object' || value === null) return value;
  const { anyOf, ...json } = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, merged(item)]));
  if (!Array.isArray(anyOf)) return json;
  const types = anyOf.map((form: Json) => form['type']);
  const distinct = types.every((type) => typeof type === 'string') && new Set(types).size === types.length;
  return distinct ? { ...Object.assign({}, ...anyOf), ...json, type: types } : { ...json, anyOf };
}

/** `patternErrorMessage` is what editors show in place of a regular expression: https://code.visualstudio.com/docs/languages/json */
function explain(json: Json, { _zod }: z.core.$ZodType): void {
  if (json['pattern'] === undefined || json['patternErrorMessage'] !== undefined) return;
  const { checks = [], error } = _zod.def as z.core.$ZodTypeDef;
  const texts = [error, ...checks.map((check) => check._zod.def.error)].map((text) => text?.({} as never));
  const text = texts.find((found) => typeof found === 'string');
  if (text !== undefined) json['patternErrorMessage'] = `Expected ${text}.`;
}

function addTerms(json: Json, { vocabularies }: SchemaWords): void {
  const terms = vocabularies[String(json['vocabulary'])]?.terms;
  if (terms === undefined) return;
  const ids = Object.keys(terms).toSorted();
  for (const keyword of ['minLength', 'maxLength', 'pattern', 'patternErrorMessage']) delete json[keyword];
  json['enum'] = ids;
  json['enumDescriptions'] = ids.map((id) => {
    const { label = {}, description = {} } = terms[id] ?? {};
    return [english(label), english(description)].filter((text) => text !== undefined).join(': ');
  });
}

function addLabels(json: Json, { label }: SchemaWords): void {
  if (typeof json['enumeration'] !== 'string' || !Array.isArray(json['enum'])) return;
  const enumeration = json['enumeration'];
  json['enumDescriptions'] = json['enum'].map((value) => label(enumeration, String(value)) ?? '');
}

function english(texts: Readonly<Record<string, string>>): string | undefined {
  return texts['en'] ?? Object.values(texts)[0];
}

function renameOwn(json: Json): void {
  for (const keyword of OWN_KEYWORDS) {
    if (!Object.hasOwn(json, keyword)) continue;
    json[`x-${keyword}`] = json[keyword];
    delete json[keyword];
  }
}
