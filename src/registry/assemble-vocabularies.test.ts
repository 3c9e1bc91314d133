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
