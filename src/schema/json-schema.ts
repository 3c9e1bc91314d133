import { z } from 'zod';
import { KIND_NAMES } from './kinds.ts';
import { SCHEMAS } from './schemas.ts';
import { tombstoneSchema } from './tombstone.ts';

/** Metadata of ours that JSON Schema has no word for, prefixed as `x-` so that validators pass over it. */
const OWN_KEYWORDS = ['references', 'mayReference', 'vocabulary', 'enumeration', 'notation', 'languageMap'] as const;

/**
 * The JSON Schema (draft 2020-12) of a file, for editors and other programs: what zod can say of it. A record may also be a tombstone.
 * What needs the whole registry, as references, stays with the rules.
 */
export function jsonSchemaOf(name: string): Record<string, unknown> {
  const schema = SCHEMAS[name];
  if (schema === undefined)
    throw new Error(`There is no schema ${name}; there are ${Object.keys(SCHEMAS).join(', ')}.`);
  const whole = (KIND_NAMES as readonly string[]).includes(name) ? z.union([schema, tombstoneSchema]) : schema;
  const json = z.toJSONSchema(whole, {
    io: 'input',
    target: 'draft-2020-12',
    reused: 'inline',
    override: ({ jsonSchema }) => renameOwn(jsonSchema),
  });
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `Public Square: ${name}`, ...json };
}

function renameOwn(json: Record<string, unknown>): void {
  for (const keyword of OWN_KEYWORDS) {
    if (!Object.hasOwn(json, keyword)) continue;
    json[`x-${keyword}`] = json[keyword];
    delete json[keyword];
  }
}
