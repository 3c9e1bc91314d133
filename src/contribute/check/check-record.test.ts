import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../registry/assemble.ts';
import { REGISTRY_RULES } from '../../rules/index.ts';
import type { Known } from '../known/known.ts';
import { checkRecord, type RecordToCheck } from './check-record.ts';
import { FORM_RULES, LATER_RULES } from './form-rules.ts';

/**
 * What the form does not ask, and why: it needs the content of other records, tells of age or of gaps that nobody can mend here, or is about
 * files that are no records. Look-alikes are shown by the form itself.
 */
const NOT_ASKED = [
  'reference-cycle',
  'tombstone',
  'similar-name',
  'interface-strings',
  'logo',
  'page',
  'theme',
  'maintained-record',
  'overlay-record',
  'foreign-edit',
  'unverified',
  'check-due',
  'standard-named',
  'translation-gap',
];

test('every rule of the registry is asked by the form, or left out with a reason', () => {
  const asked = [...FORM_RULES.map(({ id }) => id), ...LATER_RULES, ...NOT_ASKED];
  expect(asked.toSorted()).toEqual(REGISTRY_RULES.map(({ id }) => id).toSorted());
});

const known: Known = {
  records: [
    { kind: 'organization', id: 'ca/office', name: 'Office' },
    { kind: 'project', id: 'ca/forms', name: 'Forms', repositories: ['https://git.example.org/ca/forms'] },
  ],
  gone: [],
};
const term = { file: '', label: { en: 'Forms' }, description: {}, synonyms: {}, mappings: {} };
const context = {
  config: DEFAULT_CONFIG,
  federation: { schemaVersion: 1 as const },
  vocabularies: { functions: { id: 'functions', terms: { forms: term } } },
  known,
  today: '2026-11-23',
};
const SOUND = {
  schemaVersion: 1,
  name: 'A',
  summary: { fr: 'Une phrase' },
  type: 'service',
  status: 'beta',
  functions: ['forms'],
  owner: 'ca/office',
  repository: 'https://git.example.org/ca/a',
  license: 'MIT',
};

const found = async (data: object, more: Partial<RecordToCheck> = {}) => {
  const record = { kind: 'project' as const, zone: 'ca', slug: 'a-service', body: '', ...more };
  const issues = await checkRecord({ ...record, data: { ...SOUND, ...data } }, context);
  return issues.map(({ rule, code, path }) => `${rule}/${code} ${path.join('.')}`);
};

describe('the check of one record', () => {
  test('finds nothing in a sound one', async () => {
    expect(await found({})).toEqual([]);
  });
  test('tells at the field that one of two is missing', async () => {
    expect(await found({ repository: undefined, license: undefined })).toEqual(['missing-field/missing repository']);
  });
  test('collects faults of shape, of rules and of characters, each at its field', async () => {
    const faulty = { name: 'A\u202eB', status: 'done', owner: 'ca/ofice', functions: ['formz'], tags: ['a', 'a'] };
    expect(await found(faulty)).toEqual([
      'wrong-value/value status',
      'unsafe-character/character name',
      'reference-exists/missing owner',
      'vocabulary-term/unknown functions.0',
      'repeated-value/again tags.1',
    ]);
  });
  test('knows the records that stand', async () => {
    expect(await found({ repository: 'https://git.example.org/ca/forms' })).toEqual([
      'repository-unique/duplicate repository',
    ]);
    expect(await found({}, { slug: 'for-ms' })).toEqual(['identity/clash ']);
  });
  test('knows zones, and parts of countries', async () => {
    expect(await found({}, { zone: 'ca-qc' })).toEqual([]);
    expect(await found({}, { zone: 'ca-zz' })).toEqual(['zone-authority/unknown ']);
    expect(await found({}, { zone: 'uk' })).toEqual(['zone-authority/unknown ']);
    expect(await found({}, { slug: 'Über' })).toContain('file-name/slug ');
    expect(await found({}, { slug: '' })).toContain('file-name/slug ');
  });
  test('reads Markdown where there is some, and MDX below the fields', async () => {
    expect(await found({ description: { en: 'An <b>HTML</b> tag' } })).toEqual([
      'markdown/html description.en',
      'markdown/html description.en',
    ]);
    const note = { kind: 'note' as const, zone: 'ca', slug: '2026-11-23-a', data: {}, body: 'import x from "y"' };
    expect((await checkRecord(note, context)).map(({ rule }) => rule)).toContain('mdx');
  });
});
