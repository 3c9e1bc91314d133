import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { SCHEMAS } from '../../src/schema/schemas.ts';
import { publishedSchema, SCHEMA_FOLDER, sharedVocabularies } from './published-schemas.ts';
import { PROJECT } from './registry-folder.ts';

const folder = join(PROJECT, SCHEMA_FOLDER);
const shared = { vocabularies: sharedVocabularies(join(PROJECT, 'registry')) };

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
      expect(readFileSync(join(folder, `${name}.json`), 'utf8')).toBe(publishedSchema(name, shared));
    },
  );

  test('have the shared terms, so that a copy’s own need no change outside its folder', () => {
    const root = mkdtempSync(join(tmpdir(), 'public-square-terms-'));
    try {
      cpSync(join(PROJECT, 'registry/vocabularies'), join(root, 'vocabularies'), { recursive: true });
      const own = 'schemaVersion: 1\nid: domains\nterms:\n  snow:\n    label:\n      en: Snow\n';
      writeFileSync(join(root, 'vocabularies/domains.ca.yaml'), own);
      expect(sharedVocabularies(root)).toEqual(shared.vocabularies);
      expect(loadRegistry(root).registry.vocabularies['domains']?.terms).toHaveProperty('snow');
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('label every value of every closed list', () => {
    const unlabelled = Object.keys(SCHEMAS).filter((name) =>
      /"enumDescriptions": \[[^\]]*""/.test(publishedSchema(name, shared)),
    );
    expect(unlabelled).toEqual([]);
  });
});
