import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import strings from '../../src/i18n/en.json' with { type: 'json' };
import { assembleRegistry } from '../../src/registry/assemble.ts';
import { parseSourceFile } from '../../src/registry/source-file.ts';
import { jsonSchemaOf } from '../../src/schema/json-schema.ts';
import type { Registry } from '../../src/schema/registry.ts';
import { SCHEMAS } from '../../src/schema/schemas.ts';

type Vocabularies = Pick<Registry, 'vocabularies'>;

/** The folder of the published JSON Schemas, in the program's own. */
export const SCHEMA_FOLDER = 'public/schema';

/** A published JSON Schema as its file has it: with the terms that a registry has, its own ones too. Throws where there is no such schema. */
export function publishedSchema(name: string, { vocabularies }: Vocabularies): string {
  const label = (enumeration: string, value: string) => labels.get(`${enumeration}.${value}`);
  return `${JSON.stringify(jsonSchemaOf(name, { vocabularies, label }), null, 2)}\n`;
}

const labels = new Map(
  Object.entries(strings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
);

/** Writes every schema into a folder, with the terms of the vocabularies at hand. */
export function writeSchemas(folder: string, registry: Vocabularies): void {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(SCHEMAS)) writeFileSync(join(folder, `${name}.json`), publishedSchema(name, registry));
}

/** Files that come with the program: `functions.yaml`, `functions.int.yaml`. What a copy adds stands in `functions.<zone>.yaml`. */
const SHARED = /^[a-z0-9-]+(?:\.int)?\.yaml$/;

/** True of the name of a file in `vocabularies/` that comes with the program. */
export function isSharedVocabulary(name: string): boolean {
  return SHARED.test(name);
}

/**
 * The vocabularies of a registry folder without what the copy adds: the schemas in the program's folder have these terms alone, so that a copy
 * changes nothing outside its own folder. Those that its site publishes have its own terms, too.
 */
export function sharedVocabularies(root: string): Registry['vocabularies'] {
  const folder = join(root, 'vocabularies');
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && isSharedVocabulary(entry.name),
  );
  const sources = files.map(({ name }) => parseSourceFile(`vocabularies/${name}`, readFileSync(join(folder, name))));
  return assembleRegistry(sources).registry.vocabularies;
}
