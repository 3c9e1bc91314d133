import { describe, expect, test } from 'vitest';
import ar from '../../e2e/fixtures/arabic-copy/i18n/ar.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { assembleRegistry } from '../../registry/assemble.ts';
import { parseSourceFile } from '../../registry/source-file.ts';
import { stringsOf } from '../../site/strings.ts';
import { makeKeptTable } from '../make-kept-table.ts';
import { planCopy } from '../plan-copy.ts';
import { answersOf, listOf } from '../texts.ts';
import { readColors } from '../theme-text.ts';
import { makeZoneTable } from '../zone-table.ts';
import { createKept } from './kept.ts';
import { faultsIn, type Outcome, outcomeOf, toldBy } from './outcome.ts';
import type { WizardData } from './page-data.ts';
import { initialState, readState, type WizardState } from './state.ts';
import { faultWords, summaryWords } from './words.ts';

const [en, fr] = [stringsOf('en', {}), stringsOf('fr', {})];
const FILES: Readonly<Record<string, string>> = {
  'registry.yaml':
    '# Who.\nschemaVersion: 1\nid: whole\nname: {en: Whole}\ntagline: {en: all of it}\nzones: "*"\nlanguages: [en, fr]\ndataLicense: CC0-1.0\n',
  'federation.yaml': '# From whom.\nschemaVersion: 1\n',
  'organizations/jo/office.yaml': 'schemaVersion: 1\nname: Office\ntype: national\ncountry: JO\nparent: int/all\n',
  'organizations/int/all.yaml': 'schemaVersion: 1\nname: All\ntype: international\n',
  'organizations/no/office.yaml': 'schemaVersion: 1\nname: Kontor\ntype: national\ncountry: NO\n',
};
const { registry } = assembleRegistry(
  Object.entries(FILES).map(([file, text]) => parseSourceFile(file, new TextEncoder().encode(text))),
);
const DATA: WizardData = {
  lang: 'fr',
  base: '/',
  strings: fr,
  config: registry.config,
  federation: registry.federation,
  files: FILES,
  whole: ['en', 'fr'],
  zones: makeZoneTable(['int', 'jo', 'no'], []),
  kept: makeKeptTable(registry),
  source: 'https://whole.example.org/',
  nextUrl: '/fr/fork/',
};
const EMPTY = initialState(DATA);
const STATE: WizardState = {
  texts: { ...EMPTY.texts, zone: 'jo', languages: 'fr, en, ar', include: 'none', contact: 'team@example.org' },
  named: { name: { fr: "L’usine d'essai", ar: 'سجل' }, tagline: { fr: 'à nous' }, owner: {} },
  colors: { ...EMPTY.colors, 'accent light': '#7A1F3D' },
};

const found = (state: WizardState) => faultsIn(toldBy(state, DATA), state, DATA);

describe('what the page shows', () => {
  const told = toldBy(STATE, DATA);
  const outcome = outcomeOf(told, DATA) as Outcome;

  test('is what the command line plans', () => {
    expect(found(STATE)).toEqual([]);
    const colors = readColors('accent=#7a1f3d/#6cc3d5');
    expect(told.theme).toEqual('values' in colors && colors.values);
    const theme = ':root {\n  --accent: light-dark(#7a1f3d, #6cc3d5);\n}\n';
    const answers = answersOf(told.texts, {
      id: listOf(told.texts.zone)[0] ?? '',
      before: registry.config,
      asksTaking: true,
      tagline: told.tagline,
      theme,
    });
    const plan = planCopy({ registry, textOf: (file) => FILES[file], brought: new Map() }, answers);
    if (typeof plan === 'string') return expect.fail(plan);
    const written = [...plan.files].filter(([, text]) => text !== undefined);
    expect([...outcome.files]).toEqual(written);
    expect([...outcome.files.keys()]).toEqual(['registry.yaml', 'federation.yaml', 'theme.css', 'i18n/ar.json']);
    expect(outcome.counts).toEqual({ own: 1, foreign: 1, removed: plan.counts.removed });
    expect(outcome.waiting).toEqual(['ar']);
  });

  test('is a command that a shell takes word by word', () => {
    expect(outcome.command).toBe(
      "npm run registry -- init --zone 'jo' --languages 'fr, en, ar' --name 'fr=L’usine d'\\''essai | ar=سجل' --contact 'team@example.org' --data-license 'CC0-1.0' --include 'none' --source 'https://whole.example.org/' --tagline 'fr=à nous' --theme 'accent=#7a1f3d/#6cc3d5' --yes",
    );
  });
});

test('before anybody answers, only what is needed is missing; the page’s language comes first', () => {
  expect(EMPTY.texts.languages).toBe('fr, en');
  expect(found(EMPTY).map(({ field }) => field)).toEqual(['zone', 'name']);
});

test.each<[string, Partial<WizardState>, string, string]>([
  ['zone', { texts: { ...STATE.texts, zone: 'jo, jordan' } }, 'zone', 'n’est pas une zone'],
  ['language', { texts: { ...STATE.texts, languages: 'fr, english!' } }, 'languages', 'langue'],
  ['mailbox', { texts: { ...STATE.texts, intake: 'nobody' } }, 'intake', 'adresse'],
  [
    'name that parts languages',
    { named: { ...STATE.named, name: { fr: 'a | b' } } },
    'name',
    'sépare ainsi les langues',
  ],
  ['source', { texts: { ...STATE.texts, source: '' } }, 'source', 'dites à quelle adresse'],
  ['colour', { colors: { ...STATE.colors, 'ink dark': 'noir' } }, 'color ink dark', 'n’est pas une couleur'],
  ['pair', { colors: { ...STATE.colors, 'accent light': '#9ecbd6' } }, 'contrast', 'Accent sur Papier de jour'],
])('a wrong %s is told in the page’s language', (_, part, field, words) => {
  const [first] = found({ ...STATE, ...part });
  expect(first?.field).toBe(field);
  const said = first && faultWords(first, createTranslator('fr', fr), fr);
  expect(said?.text).toContain(words);
  expect(said?.lang).toBeUndefined();
});

test.each<[string, Partial<WizardState>]>([
  ['colour', { colors: { ...STATE.colors, 'ink dark': '\u202e#fff' } }],
  ['zone', { texts: { ...STATE.texts, zone: 'j\u202eo' } }],
])('a %s with a sign that turns words about is quoted with the sign in sight', (_, part) => {
  const [first] = found({ ...STATE, ...part });
  const { text } = (first && faultWords(first, createTranslator('fr', fr), fr)) ?? expect.fail('no fault');
  expect(text).toContain('\\u{202e}');
  expect(text).not.toContain('\u202e');
});

test('away from its field a fault names it, once', () => {
  const t = createTranslator('fr', fr);
  const said = (field: string, value: string) => {
    const [fault] = found({ ...STATE, texts: { ...STATE.texts, [field]: value } });
    return fault && summaryWords(fault, t, fr).text;
  };
  expect(said('source', 'http://x')).toMatch(/^Source\s: /);
  expect(said('intake', 'nobody')?.split('Boîte de dépôt')).toHaveLength(2);
});

test('languages without texts alone make no copy, and the field of languages says so', () => {
  const state = { ...STATE, texts: { ...STATE.texts, languages: 'ar' } };
  expect(outcomeOf(toldBy(state, DATA), DATA)).toMatchObject({
    field: 'languages',
    problem: { key: 'setup.planNoLanguage' },
  });
});

test('every language of the interface has words for every fault', () => {
  const pair = { front: 'accent', back: 'paper', mode: 'dark', ratio: 1.999, least: 4.5 } as const;
  for (const [lang, strings] of Object.entries({ ar, en, fr }))
    expect(faultWords({ field: 'contrast', pair }, createTranslator(lang, strings), strings).text).not.toMatch(/[{}]/);
  expect(faultWords({ field: 'contrast', pair }, createTranslator('en', en), en).text).toContain('1.99');
});

describe('answers that were kept', () => {
  const storage = (text: string) => {
    const all = new Map([['/fork/answers', text]]);
    return {
      all,
      getItem: (key: string) => all.get(key) ?? null,
      setItem: (key: string, value: string) => void all.set(key, value),
      removeItem: (key: string) => void all.delete(key),
      key: (index: number) => [...all.keys()][index] ?? null,
      length: 0,
    };
  };

  test('come back as they were, for thirty days', () => {
    const place = storage('');
    expect(createKept(place, () => 0, '/').save(STATE)).toBe(true);
    expect(createKept(place, () => 29 * 86_400_000, '/').read()).toEqual(STATE);
    expect(createKept(place, () => 31 * 86_400_000, '/').read()).toBeUndefined();
    expect(place.all.size).toBe(0);
  });

  test('are not kept on a shared computer, nor where the browser lets nothing be kept', () => {
    const place = storage('');
    place.setItem('/contribute/keep-no-drafts', '1');
    expect(createKept(place, () => 0, '/').save(STATE)).toBe(false);
    expect(createKept(undefined, () => 0, '/').save(STATE)).toBe(false);
  });

  test.each(['rubbish', '{}', '{"saved":0,"state":{"texts":{"zone":1}}}', '{"saved":0,"state":null}', '[]', 'null'])(
    '%s is nothing',
    (text) => {
      expect(createKept(storage(text), () => 0, '/').read()).toBeUndefined();
    },
  );

  test('are read critically', () => {
    expect(readState({ ...STATE, named: { name: {}, tagline: {} } })).toBeUndefined();
    expect(readState(JSON.parse(JSON.stringify(STATE)))).toEqual(STATE);
  });
});
