import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaOf } from '../src/schema/json-schema.ts';
import { SCHEMAS } from '../src/schema/schemas.ts';
import { PROJECT } from './lib/registry-folder.ts';

/** Writes the published JSON Schemas from the zod schemas: `npm run schema`. A test fails where they differ. */
const folder = join(PROJECT, 'public/schema');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SCHEMAS))
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
console.log(`${Object.keys(SCHEMAS).length} schemas in public/schema/`);
