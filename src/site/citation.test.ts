import { expect, test } from 'vitest';
import { loadRegistry } from '../registry/load-fs.ts';
import { citationOf } from './citation.ts';
import { makeSite, type Site } from './make-site.ts';

const site = makeSite(loadRegistry('src/e2e/fixtures/arabic-copy').registry);
const build = { commit: '0123456789abcdef', date: '2026-11-23' };
const cited = (lang: string, info: Partial<Site['info']>, of = site) =>
  citationOf(lang, { ...of, info: { ...of.info, build, ...info } }).map(({ text }) => text);

test('the data is cited by owner, name, state, licence and address, as far as the settings say them', () => {
  expect(cited('en', { published: true, url: 'https://square.example/' })).toEqual([
    'Ministry of Tests',
    'Test Square',
    'Records as of 23 November 2026 (0123456789ab)',
    'CC0-1.0',
    'https://square.example/',
  ]);
  expect(citationOf('fr', site).slice(0, 2)).toEqual([
    { text: 'وزارة الاختبار', lang: 'ar' },
    { text: 'ساحة الاختبار', lang: 'ar' },
  ]);
});

test('nothing is made up where they do not', () => {
  const { owner: _, ...config } = site.registry.config;
  const unowned = { ...site, registry: { ...site.registry, config } };
  expect(cited('en', { published: false, build: { ...build, commit: '' } }, unowned)).toEqual([
    'Test Square',
    'Records as of 23 November 2026',
    'CC0-1.0',
  ]);
});
