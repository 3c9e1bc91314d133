import { describe, expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import { assembleRegistry } from '../registry/assemble.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { checkRegistry, isAtLeast } from '../rules/index.ts';
import type { Answers } from './answers.ts';
import { type Beginning, type CopyPlan, planCopy } from './plan-copy.ts';

const project = (name: string, owner: string, more = '') =>
  `schemaVersion: 1\nname: ${name}\nsummary:\n  en: Sends ${name}\ntype: service\nstatus: stable\nfunctions: [notifications]\nowner: ${owner}\nwebsite: https://${name.toLowerCase()}.example.org/\n${more}`;
const office = (country: string) =>
  `schemaVersion: 1\nname: Office ${country}\ntype: national\ncountry: ${country}\nsummary:\n  en: Serves ${country}\n`;

const FILES = {
  'registry.yaml':
    'schemaVersion: 1\nid: whole\nname: {en: Whole}\nzones: "*"\nlanguages: [en]\nurl: https://whole.example.org/\ncontact: {name: Team, email: team@whole.example.org}\ndataLicense: CC0-1.0 # ours\nextensions:\n  ca:\n    - {key: code, kinds: [project], type: text, label: {en: Code}}\n',
  'federation.yaml': 'schemaVersion: 1\ndelegations: {nz: https://nz.example.org/}\n',
  'vocabularies/functions.yaml':
    'schemaVersion: 1\nid: functions\nterms: {notifications: {label: {en: Notifications}}}\n',
  'organizations/ca/office.yaml': office('CA'),
  'organizations/fr/office.yaml': office('FR'),
  'organizations/no/office.yaml': office('NO'),
  'projects/ca/letters.yaml': project('Letters', 'ca/office', 'basedOn: [fr/courrier]\n'),
  'projects/fr/courrier.yaml': project('Courrier', 'fr/office'),
  'projects/no/brev.yaml': project('Brev', 'no/office'),
  'projects/fr/ancien.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n',
};

const ANSWERS: Answers = {
  id: 'ca',
  name: { fr: 'Place' },
  zones: ['ca'],
  languages: ['fr', 'iu', 'en'],
  dataLicense: 'CC0-1.0',
  taking: { include: 'none', source: 'https://whole.example.org/' },
};

type Texts = Readonly<Record<string, string>>;

function read(files: Texts) {
  return assembleRegistry(
    Object.entries(files).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))),
  );
}

function beginning(files: Texts, brought: Texts = {}): Beginning {
  return {
    registry: read(files).registry,
    textOf: (file) => files[file],
    brought: new Map(Object.entries(brought)),
  };
}

function planned(files: Texts, answers: Answers, brought: Texts = {}): CopyPlan {
  const plan = planCopy(beginning(files, brought), answers);
  return typeof plan === 'string' ? expect.fail(plan) : plan;
}

/** The files as they are once a plan is written. */
function written(files: Texts, { files: changed }: CopyPlan): Record<string, string> {
  const entries = [...new Map<string, string | undefined>([...Object.entries(files), ...changed])];
  return Object.fromEntries(entries.flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])));
}

function errorsIn(files: Texts) {
  const { registry, findings } = read(files);
  return [...findings, ...checkRegistry(registry, { today: '2026-11-25' })].filter(({ rule }) =>
    isAtLeast(rule, 'error'),
  );
}

describe('a new copy', () => {
  test('keeps its records, and of other zones what these refer to, told from where', () => {
    const plan = planned(FILES, ANSWERS);
    const files = written(FILES, plan);
    expect(Object.keys(files).filter((file) => /^(?:projects|organizations)/.test(file))).toEqual([
      'organizations/ca/office.yaml',
      'organizations/fr/office.yaml',
      'projects/ca/letters.yaml',
      'projects/fr/courrier.yaml',
    ]);
    expect(read(files).registry.federation).toEqual({
      schemaVersion: 1,
      sources: [
        {
          id: 'whole',
          url: 'https://whole.example.org/',
          zones: ['fr', 'int'],
          trust: 'review',
          licenses: ['CC0-1.0'],
          include: ['organization:fr/office', 'project:fr/courrier'],
        },
      ],
    });
    expect(plan.counts).toEqual({ own: 2, foreign: 2, referred: 2, removed: 3 });
    expect(errorsIn(files)).toEqual([]);
  });

  test.each([
    ['all', '*', undefined, 0],
    [['no'], ['fr', 'int', 'no'], ['no/*', 'organization:fr/office', 'project:fr/courrier'], 1],
    [['fr'], ['fr', 'int'], ['fr/*'], 2],
    [['fr', 'int'], ['fr', 'int'], undefined, 2],
  ] as const)('with %j of other zones takes %j', (include, zones, only, removed) => {
    const plan = planned(FILES, { ...ANSWERS, taking: { include, source: 'https://whole.example.org/' } });
    const files = written(FILES, plan);
    const [source] = read(files).registry.federation.sources ?? [];
    expect([source?.zones, source?.include, plan.counts.removed]).toEqual([zones, only, removed]);
    expect(errorsIn(files)).toEqual([]);
  });

  test('says nothing that is true of the other copy only, and keeps comments and its own extension fields', () => {
    const plan = planned(FILES, ANSWERS);
    const { config } = read(written(FILES, plan)).registry;
    expect([config.url, config.contact]).toEqual([undefined, undefined]);
    expect(plan.replaced).toEqual(['url', 'contact']);
    expect(config.extensions).toHaveProperty('ca');
    expect(plan.files.get('registry.yaml')).toContain('# ours');
  });

  test('shows a language with all its texts, and prepares a file for one without', () => {
    const plan = planned(FILES, ANSWERS);
    expect(read(written(FILES, plan)).registry.config.languages).toEqual(['fr', 'en']);
    expect([plan.waiting, plan.files.get('i18n/iu.json')]).toEqual([['iu'], '{}\n']);
    const half = planned(FILES, ANSWERS, { iu: '{"skip": "…"}' });
    expect([half.waiting, half.files.get('i18n/iu.json')]).toEqual([['iu'], '{"skip": "…"}']);
    // Inuktitut has other plural forms than English: texts with them are written in each.
    const whole = Object.entries(en).map(([key, text]) => [
      key,
      typeof text === 'string' ? text : { one: text.other, two: text.other, other: text.other },
    ]);
    const full = planned(FILES, ANSWERS, { iu: JSON.stringify(Object.fromEntries(whole)) });
    expect(read(written(FILES, full)).registry.config.languages).toEqual(['fr', 'iu', 'en']);
  });

  test('that it is already needs no change', () => {
    const files = written(FILES, planned(FILES, ANSWERS));
    const { taking: _, ...said } = ANSWERS;
    expect(planned(files, said).files).toEqual(new Map());
  });

  test('keeps what it said when it is told one thing more', () => {
    const files = written(FILES, planned(FILES, ANSWERS));
    const { taking: _, ...said } = ANSWERS;
    const plan = planned(files, { ...said, name: { fr: 'Autre' }, intake: 'depot@example.org' });
    expect([...plan.files.keys(), ...plan.replaced]).toEqual(['registry.yaml', 'name']);
  });
});

test.each([
  ['no-source', FILES, { ...ANSWERS, taking: { include: 'none' as const } }],
  ['no-language', FILES, { ...ANSWERS, languages: ['iu'] }],
  ['unsound', { ...FILES, 'registry.yaml': 'name: [' }, ANSWERS],
])('%s: nothing is planned', (problem, files, answers) => {
  expect(planCopy(beginning(files), answers)).toBe(problem);
});
