import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import strings from '../../src/i18n/en.json' with { type: 'json' };
import { jsonSchemaOf } from '../../src/schema/json-schema.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { SCHEMAS } from '../../src/schema/schemas.ts';

/** The folder of the published JSON Schemas, in the program's own. */
export const SCHEMA_FOLDER = 'public/schema';

/** A published JSON Schema as its file has it: with the terms that a registry has, its own ones too. Throws where there is no such schema. */
export function publishedSchema(name: string, { vocabularies }: Pick<Registry, 'vocabularies'>): string {
  const label = (enumeration: string, value: string) => labels.get(`${enumeration}.${value}`);
  return `${JSON.stringify(jsonSchemaOf(name, { vocabularies, label }), null, 2)}\n`;
}

const labels = new Map(
  Object.entries(strings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
);

/** Writes every schema of the registry at hand into a folder. */
export function writeSchemas(folder: string, registry: Registry): void {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(SCHEMAS)) writeFileSync(join(folder, `${name}.json`), publishedSchema(name, registry));
}
