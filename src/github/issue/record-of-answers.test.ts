import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectSchema } from '../../schema/project.ts';
import { readIssueForm } from './issue-form.ts';
import { recordOfAnswers } from './record-of-answers.ts';

const form = readIssueForm(
  'add-project',
  readFileSync(new URL('../../../.github/ISSUE_TEMPLATE/add-project.yml', import.meta.url), 'utf8'),
);
const ofRecord = (file: string, record = 'name: A') =>
  recordOfAnswers({ form: 'add-record', answers: { file, record } }, []);

describe('a record by its file', () => {
  test.each([
    ['registry/projects/ca/a.yaml', 'projects/ca/a.yaml'],
    ['/registry/organizations/ca-qc/a.yaml', 'organizations/ca-qc/a.yaml'],
    ['notes/fr/2026-10-05-a.mdx', 'notes/fr/2026-10-05-a.mdx'],
  ])('%s', (path, file) => {
    expect(ofRecord(path)).toMatchObject({ file, text: 'name: A\n' });
  });
  test.each([
    '',
    'registry/registry.yaml',
    'registry/reviewers.yaml',
    'registry/vocabularies/functions.yaml',
    'registry/projects/ca/../../registry.yaml',
    'registry/projects/../ca/a.yaml',
    'registry/projects/ca/.git/a.yaml',
    'registry/projects/ca/a.yaml\n',
    'registry/projects/ca/a.yaml/b.yaml',
    'projects\\ca\\a.yaml',
    '../registry/projects/ca/a.yaml',
    'registry/registry/projects/ca/a.yaml',
    '.github/workflows/ci.yml',
    'registry/projects/ca/A.yaml',
    'registry/projects/ca/a.yaml\u0000',
  ])('%j is no place of one', (path) => {
    expect(ofRecord(path)).toEqual({ none: 'place', found: path });
  });
});

test('a record by its facts is one that the schema takes, in canonical form', () => {
  const answers = {
    id: 'ca-qc/avis',
    language: 'fr',
    name: 'Avis: rappels # et "autres"',
    summary: 'Envoie des rappels',
    type: 'data-platform · Data platform · Plateforme de données',
    status: 'stable · Stable',
    functions: 'notifications · Notifications, appointments · Appointments · Prise de rendez-vous',
    owner: 'ca-qc/ville',
    website: 'https://avis.example.org/',
    programmingLanguages: 'Python, TypeScript;Go',
    'audience-countries': 'CA',
    'audience-levels': 'local · Local, regional · Regional · Régional',
    released: '2019',
  };
  const record = recordOfAnswers({ form: 'add-project', answers }, [form]);
  if ('none' in record) throw new Error(record.none);
  expect(record).toMatchObject({ kind: 'project', id: 'ca-qc/avis', file: 'projects/ca-qc/avis.yaml' });
  expect(record.text).toMatch(/^# yaml-language-server: .*\nschemaVersion: 1\nname: /);
  const data = parse(record.text);
  expect(projectSchema.safeParse(data).error?.issues ?? []).toEqual([]);
  expect(data).toMatchObject({
    name: answers.name,
    summary: { fr: 'Envoie des rappels' },
    type: 'data-platform',
    functions: ['notifications', 'appointments'],
    programmingLanguages: ['Python', 'TypeScript', 'Go'],
    audience: { countries: ['CA'], levels: ['local', 'regional'] },
  });
});

test('facts that are none are written as they are, for the check to refuse', () => {
  const hostile = { id: 'ca/a', language: '__proto__', summary: 'x', type: 'weapon', name: '*a\n---\n!!js' };
  const record = recordOfAnswers({ form: 'add-project', answers: hostile }, [form]);
  if ('none' in record) throw new Error(record.none);
  expect(record.text).toContain('type: weapon');
  expect(parse(record.text)).toMatchObject({ name: hostile.name });
  expect(recordOfAnswers({ form: 'add-project', answers: { ...hostile, id: '../a' } }, [form])).toMatchObject({
    none: 'place',
  });
});

test('a suggestion is no record', () => {
  expect(recordOfAnswers({ form: 'suggest-project', answers: { name: 'A' } }, [])).toEqual({ none: 'suggestion' });
});
