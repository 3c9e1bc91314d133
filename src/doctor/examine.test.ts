import { describe, expect, test } from 'vitest';
import { addressesOf } from '../registry/address.ts';
import { assembleRegistry } from '../registry/assemble.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { checkRegistry } from '../rules/index.ts';
import type { Patient } from './diagnosis.ts';
import { examine } from './examine.ts';

const CONFIG =
  'schemaVersion: 1\nid: ca\nname: {en: Square}\nzones: [ca]\nlanguages: [en, fr]\nurl: https://square.example.org/ca/\nrepository: {url: "https://gitlab.example.org/a/b", branch: main, host: gitlab}\nowner: {name: {en: Ministry}}\ncontact: {name: Team, email: team@example.org}\nintake: in@example.org\ndataLicense: CC0-1.0\n';
const FILES = {
  'registry.yaml': CONFIG,
  'federation.yaml':
    'schemaVersion: 1\ndelegations: {ca-qc: https://qc.example.org/}\nsources: [{id: qc, url: https://qc.example.org/, zones: [ca-qc], trust: review}]\n',
  'reviewers.yaml': 'schemaVersion: 1\nzones: {ca: [ann]}\n',
};

/** A copy to which nothing is to be said, with other files or other facts about it. */
function patient(files: Readonly<Record<string, string>> = {}, facts: Partial<Patient> = {}): Patient {
  const { 'registry.yaml': config, ...others } = { ...FILES, ...files };
  const all = config === '' ? others : { ...others, 'registry.yaml': config };
  const sources = Object.entries(all).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text)));
  const { registry, findings } = assembleRegistry(sources);
  return {
    registry,
    findings: [...findings, ...checkRegistry(registry, { today: '2026-11-25' })],
    addresses: addressesOf(registry.config, {}),
    outdatedSchemas: [],
    taken: [{ source: 'qc', asOf: '2026-11-20' }],
    today: '2026-11-25',
    ...facts,
  };
}

const ENGINE = { standsOn: 'v1', newest: 'v2', isBehind: false, edited: [] };
const config = (from: string, to: string) => ({ 'registry.yaml': CONFIG.replace(from, to) });
/** `grade check: message` of what is not fine. */
const complaints = (of: Patient) =>
  examine(of)
    .filter(({ grade }) => grade !== 'fine')
    .map(({ grade, check, message, fix }) => `${grade} ${check}: ${message} ${fix === undefined ? '(no fix)' : ''}`);

describe('the doctor', () => {
  test('finds a sound copy fine', () => {
    expect(complaints(patient())).toEqual([]);
    expect(complaints(patient({}, { engine: ENGINE }))).toEqual([]);
    expect(examine(patient()).length).toBeGreaterThan(10);
  });

  test.each([
    ['no registry.yaml', { 'registry.yaml': '' }, /^blocker settings: There is no registry\.yaml/],
    ['settings with a fault', config('zones: [ca]', 'zones: [Canada]'), /^blocker settings: registry\.yaml: /],
    [
      'the registry as it came',
      { 'registry.yaml': 'schemaVersion: 1\nid: x\nname: {en: X}\nzones: "*"\nlanguages: [en]\ndataLicense: MIT\n' },
      /^should copy: .*claims every zone/,
    ],
    ['nobody who answers', config('owner: {name: {en: Ministry}}\n', ''), /^should owner: /],
    ['no contact', config('contact: {name: Team, email: team@example.org}\n', ''), /^should contact: /],
    ['no mailbox', config('intake: in@example.org\n', ''), /^should intake: /],
    ['no address', config('url: https://square.example.org/ca/\n', ''), /^should address: Nobody tells/],
    ['an address without encryption', config('https://square', 'http://square'), /^should address: .*not encrypted/],
    ['a path that Pages lacks', config('square.example.org/ca/', 'a.github.io/b/c/'), /^should address: GitHub Pages/],
    ['no repository', config(/repository:.*\n/.exec(CONFIG)?.[0] ?? '', ''), /^should repository: /],
    [
      'a zone both written and delegated',
      config('[ca]', '[ca, ca-qc]'),
      /^blocker zones: .*written here and delegated/,
    ],
    [
      'a delegated zone that is not taken',
      { 'federation.yaml': 'schemaVersion: 1\ndelegations: {fr: https://fr.example.org/}\n' },
      /^should zones: The zone fr/,
    ],
    ['a language without texts', config('[en, fr]', '[en, ar]'), /^blocker languages: Arabic \(ar\): 0 %/],
    [
      'a language that waits',
      { 'i18n/iu.json': '{"skip": "x"}' },
      /^should languages: Inuktitut \(iu\): not shown yet; 0 %/,
    ],
    ['nobody who reviews', { 'reviewers.yaml': 'schemaVersion: 1\n' }, /^should reviewers: .*: ca\./],
    [
      'an end without a reason',
      config('dataLicense', 'ended: {on: 2026-11-20, successor: "https://x.example/"}\ndataLicense'),
      /^should ended: Nobody is told why/,
    ],
    [
      'an end without a successor',
      config('dataLicense', 'ended: {on: 2026-11-20, reason: {en: Done}}\ndataLicense'),
      /^should ended: Nobody is named who goes on with ca\./,
    ],
    [
      'a colour that cannot be read',
      { 'theme.css': ':root { --ink: light-dark(#aaaaaa, #ffffff); }' },
      /^blocker theme: --ink upon --paper has a contrast of 2\.22 in light mode/,
    ],
    ['a theme that is none', { 'theme.css': 'body { color: red }' }, /^blocker theme: theme\.css has 1 fault\./],
    ['a logo that is not shown', { 'logo.svg': '<svg/>' }, /^should theme: logo\.svg is not shown/],
    ['an error in a record', { 'projects/ca/x.yaml': 'name: X\n' }, /^blocker records: The registry has \d+ errors/],
  ] satisfies [string, Record<string, string>, RegExp][])('tells %s', (_, files, expected) => {
    const found = complaints(patient(files));
    expect(found.filter((line) => expected.test(line) && !line.includes('no fix'))).toHaveLength(1);
  });

  test.each([
    ['schemas that lag', { outdatedSchemas: ['project'] }, /^should schemas: .*project/],
    ['a source that was never read', { taken: [] }, /^should sync: Nothing has been taken from qc/],
    [
      'a source that has ended',
      { taken: [{ source: 'qc', asOf: '2026-01-01', ended: { on: '2026-01-01', successor: 'https://x.example/' } }] },
      /^should sync: The copy qc has ended on 2026-01-01, and says that https:\/\/x\.example\/ goes on\. $/,
    ],
    [
      'a zone that its copy has given away',
      { taken: [{ source: 'qc', asOf: '2026-11-20', given: { 'ca-qc': 'https://x.example/' } }] },
      /^should sync: The copy qc says that ca-qc is written at https:\/\/x\.example\/ now\. $/,
    ],
    [
      'a zone that its copy does not write',
      { taken: [{ source: 'qc', asOf: '2026-11-20', unclaimed: ['ca-qc', 'ca-on'] }] },
      /^should sync: The copy qc does not say that it writes ca-qc, and nothing is taken of that\. $/m,
    ],
    [
      'a source that is old',
      { taken: [{ source: 'qc', asOf: '2026-10-01' }] },
      /^should sync: .*2026-10-01, 55 days ago/,
    ],
    ['a later release', { engine: { ...ENGINE, isBehind: true } }, /^should engine: The program is v1; there is v2/],
    [
      'a program that was edited',
      { engine: { ...ENGINE, edited: ['a', 'b', 'c', 'd', 'e'] } },
      /^should engine: .*: a, b, c, and 2 more/,
    ],
  ])('tells %s', (_, facts, expected) => {
    expect(complaints(patient({}, facts)).join('\n')).toMatch(expected);
  });

  test('puts what blocks first, and says nothing of settings that cannot be read', () => {
    const found = examine(patient({ 'registry.yaml': 'id: [' }));
    expect(found.map(({ check }) => check)).toEqual(['settings', 'records']);
    const grades = examine(patient({ ...config('[en, fr]', '[en, ar]'), 'reviewers.yaml': 'schemaVersion: 1\n' }));
    expect(grades.map(({ grade }) => grade).slice(0, 3)).toEqual(['blocker', 'blocker', 'should']);
  });
});
