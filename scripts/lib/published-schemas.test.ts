import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { SCHEMAS } from '../../src/schema/schemas.ts';
import { publishedSchema, SCHEMA_FOLDER } from './published-schemas.ts';
import { PROJECT } from './registry-folder.ts';

const folder = join(PROJECT, SCHEMA_FOLDER);
const { registry } = loadRegistry(join(PROJECT, 'registry'));

describe('the published JSON Schemas', () => {
  test('are there for every schema, and no more', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(SCHEMAS)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
  });

  test.each(Object.keys(SCHEMAS))(
    '%s is what the schema and the vocabularies say today (else run npm run schema)',
    (name) => {
      expect(readFileSync(join(folder, `${name}.json`), 'utf8')).toBe(publishedSchema(name, registry));
    },
  );

  test('label every value of every closed list', () => {
    const unlabelled = Object.keys(SCHEMAS).filter((name) =>
      /"enumDescriptions": \[[^\]]*""/.test(publishedSchema(name, registry)),
    );
    expect(unlabelled).toEqual([]);
  });
});
