import { expect, test } from 'vitest';
import { assembleRegistry } from './assemble.ts';
import { parseSourceFile } from './source-file.ts';

const HEAD = 'schemaVersion: 1\nid: functions\nterms:\n';
const FILES = {
  'registry.yaml': 'schemaVersion: 1\nid: ca\nname: {en: Ours}\nzones: [ca]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
  'federation.yaml':
    'schemaVersion: 1\nsources:\n  - {id: all, url: https://all.example.org/, zones: [int, fr], trust: review}\n',
  'vocabularies/functions.yaml': `${HEAD}  forms: {label: {en: Forms}, synonyms: {en: [survey]}}\n  mail: {label: {en: Mail}}\n`,
  'vocabularies/functions.ca.yaml': `${HEAD}  mail: {label: {en: Post}}\n`,
  'vocabularies/functions.fr.yaml': `${HEAD}  forms: {label: {en: Theirs, fr: Formulaires}, broader: nowhere, synonyms: {en: [form]}}\n  mail: {label: {en: Courrier}}\n  parcels: {label: {fr: Colis}, broader: nowhere}\n  unnamed: {synonyms: {fr: [rien]}}\n`,
};

function assembled(files: Readonly<Record<string, string>>) {
  return assembleRegistry(
    Object.entries(files).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))),
  );
}

test('a copy says otherwise what is shared; another copy only adds to it', () => {
  const { registry, findings } = assembled(FILES);
  expect(findings).toEqual([]);
  const { forms, mail, parcels, unnamed } = registry.vocabularies['functions']?.terms ?? {};
  expect(forms).toMatchObject({ label: { en: 'Forms', fr: 'Formulaires' }, synonyms: { en: ['survey', 'form'] } });
  expect(forms?.broader).toBeUndefined();
  expect(mail?.label).toEqual({ en: 'Post' });
  expect(parcels).toMatchObject({ label: { fr: 'Colis' }, file: 'vocabularies/functions.fr.yaml' });
  expect([parcels?.broader, unnamed]).toEqual([undefined, undefined]);
});

test('a field that a newer copy added to a vocabulary is no fault, here it would be', () => {
  const news = (file: keyof typeof FILES) => assembled({ ...FILES, [file]: `mascot: beaver\n${FILES[file]}` });
  expect(news('vocabularies/functions.yaml').findings).toEqual([]);
  expect(news('vocabularies/functions.yaml').registry.vocabularyFiles).toHaveLength(3);
  expect(news('vocabularies/functions.ca.yaml').findings).toMatchObject([{ rule: 'unknown-field' }]);
});

test('however much others add, a list stays one that can be read', () => {
  const zones = Array.from({ length: 8 }, (_, at) => `a${'abcdefgh'[at]}`);
  const many = (count: number, term: (at: number) => string) =>
    `${HEAD}${Array.from({ length: count }, (_, at) => `  ${term(at)}\n`).join('')}`;
  const words = (zone: string) => Array.from({ length: 40 }, (_, at) => `${zone}${at}`).join(', ');
  const { registry, findings } = assembled({
    ...FILES,
    'federation.yaml':
      'schemaVersion: 1\nsources:\n  - {id: all, url: https://all.example.org/, zones: "*", trust: review}\n',
    ...Object.fromEntries(
      zones.map((zone) => [
        `vocabularies/functions.${zone}.yaml`,
        `${many(700, (at) => `${zone}${at}: {label: {en: Term}}`)}  mail: {synonyms: {en: [${words(zone)}]}}\n`,
      ]),
    ),
  });
  expect(findings).toEqual([]);
  const { terms = {} } = registry.vocabularies['functions'] ?? {};
  expect(Object.keys(terms)).toHaveLength(2000);
  expect(terms['mail']).toMatchObject({ label: { en: 'Post' } });
  expect(terms['mail']?.synonyms['en']).toHaveLength(200);
});
