import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf } from './json-schema.ts';
import { SCHEMAS } from './schemas.ts';

const folder = new URL('../../public/schema/', import.meta.url);

describe('the published JSON Schemas', () => {
  test('are there for every schema, and no more', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      Object.keys(SCHEMAS)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
  });

  test.each(Object.keys(SCHEMAS))('%s is what the schema says today (else run npm run schema)', (name) => {
    const published = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as unknown;
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(name))));
  });

  test('say title and help of a field, and keep it required', () => {
    const schema = JSON.stringify(jsonSchemaOf('project'));
    expect(schema).toContain('"What it does and for whom');
    expect(schema).toContain('"required":["schemaVersion","name","summary","type","status","functions","owner"]');
    expect(schema).not.toContain('"references"');
  });
});
