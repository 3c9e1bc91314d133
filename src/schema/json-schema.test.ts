import { describe, expect, test } from 'vitest';
import { jsonSchemaOf, type SchemaWords } from './json-schema.ts';
import { SCHEMAS } from './schemas.ts';

const term = (label: string, description?: string) => ({
  file: 'vocabularies/functions.yaml',
  label: { fr: `${label} (fr)`, ...(label === 'Tax' ? {} : { en: label }) },
  description: description === undefined ? {} : { en: description },
  synonyms: {},
  mappings: {},
});
const WORDS: SchemaWords = {
  vocabularies: {
    functions: { id: 'functions', terms: { tax: term('Tax'), letters: term('Letters', 'Post for the public.') } },
  },
  label: (enumeration, value) => (enumeration === 'status' && value === 'beta' ? 'Being tried' : undefined),
};

/** The schema of a field of a project, by its path. */
function field(...path: string[]): Record<string, unknown> {
  const steps = path.flatMap((step) => (step === '*' ? ['items'] : ['properties', step]));
  return steps.reduce(
    (json, step) => json[step] as Record<string, unknown>,
    jsonSchemaOf('project', WORDS)['else'] as Record<string, unknown>,
  );
}

describe('the JSON Schema of a project', () => {
  test('says title and help of a field', () => {
    expect(field('summary')).toMatchObject({
      title: 'Summary',
      description: expect.stringContaining('What it does and for whom'),
    });
  });
  test('has its required fields and no others', () => {
    expect(jsonSchemaOf('project', WORDS)['else']).toMatchObject({
      required: ['schemaVersion', 'name', 'summary', 'type', 'status', 'functions', 'owner'],
      additionalProperties: false,
    });
  });
  test('names the terms of a vocabulary, with what they mean', () => {
    expect(field('functions', '*')).toEqual({
      type: 'string',
      enum: ['letters', 'tax'],
      enumDescriptions: ['Letters: Post for the public.', 'Tax (fr)'],
      'x-vocabulary': 'functions',
    });
  });
  test('leaves a vocabulary open that the registry does not have', () => {
    expect(field('audience', 'scope', '*')).not.toHaveProperty('enum');
  });
  test('labels the values of a closed list', () => {
    const { enum: values, enumDescriptions } = field('status') as Record<string, string[]>;
    expect(enumDescriptions?.[values?.indexOf('beta') ?? -1]).toBe('Being tried');
    expect(enumDescriptions).toHaveLength(values?.length ?? 0);
  });
  test('keeps patterns, and says in words what they ask for', () => {
    expect(field('website')).toMatchObject({
      pattern: '^https://',
      patternErrorMessage: 'Expected an https address of a public host.',
    });
    expect(field('checked', 'on')).toMatchObject({
      format: 'date',
      patternErrorMessage: 'Expected a day: 2026-11-23.',
    });
    expect(field('summary')['propertyNames']).toMatchObject({ patternErrorMessage: expect.stringContaining('BCP 47') });
    expect(JSON.stringify(field('started'))).toContain('Expected a date: 2019, 2019-06 or 2019-06-03.');
  });
  test('takes a file with `state` for a tombstone', () => {
    const { if: condition, then } = jsonSchemaOf('project', WORDS);
    expect(condition).toEqual({ required: ['state'] });
    expect(then).toMatchObject({ properties: { state: { const: 'tombstone' } } });
  });
});

test.each(Object.keys(SCHEMAS))(
  'the JSON Schema of %s explains every pattern, and has no keyword of ours without x-',
  (name) => {
    const parts: Record<string, unknown>[] = [];
    const text = JSON.stringify(jsonSchemaOf(name, WORDS), (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        parts.push(value as Record<string, unknown>);
      return value;
    });
    expect(text).not.toMatch(/"(?:references|mayReference|vocabulary|enumeration|notation|languageMap)":"?(?!\{)/);
    const unexplained = parts.filter(
      ({ pattern, patternErrorMessage }) => typeof pattern === 'string' && patternErrorMessage === undefined,
    );
    expect(unexplained.map(({ pattern, format }) => format ?? pattern)).toEqual([]);
  },
);

test('a name that is none is told', () => {
  expect(() => jsonSchemaOf('gadget', WORDS)).toThrow('There is no schema gadget; there are project,');
});
