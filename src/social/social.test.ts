import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../registry/fixtures/temporary-registry-fs.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { makeSite } from '../site/make-site.ts';
import type { PagedRecord } from '../site/record-links.ts';
import { readPalette } from '../styles/contrast.ts';
import { type SocialCard, socialCards, socialImage } from './card.ts';
import { drawCards } from './draw-fs.ts';
import { isWritable } from './fonts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const site = makeSite(loadRegistry(join(ROOT, 'src/e2e/fixtures/arabic-copy')).registry);
const palette = readPalette(readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8'), 'light');
const draw = (cards: ReadonlyMap<string, SocialCard>, folder: string) =>
  drawCards(cards, palette, join(ROOT, 'node_modules'), folder);
const CARD: SocialCard = { lang: 'en', site: 'Public Square', kind: 'Project', name: 'Letter Post', code: 'CA' };

describe('the fonts write', () => {
  test.each(['Ærøskøbing – « Straße »', 'Łódź', 'Київ', 'Ελλάδα', 'Hồ Chí Minh', 'بوابة الدخول', 'پڕۆژەی'])(
    '%s',
    (text) => {
      expect(isWritable(text)).toBe(true);
    },
  );
  test.each(['政务通知', 'お知らせ', '알림', 'सूचना', 'ስርዓት', '🏛'])('not %s', (text) => {
    expect(isWritable(text)).toBe(false);
  });
});

describe('the cards of a site', () => {
  const cards = socialCards(site);

  test('are one a record in the main language, and one a language', () => {
    expect([...cards.keys()].slice(0, 3)).toEqual(['social/ar.png', 'social/en.png', 'social/fr.png']);
    expect(cards.get('social/projects/jo/unified-login.png')).toMatchObject({ lang: 'ar', code: 'JO' });
  });

  test('leave out a name that no font writes, unless another language has one; its page shows the site’s', () => {
    const [original] = site.graph.projects;
    if (original === undefined) throw new Error('no project');
    const named = (name: PagedRecord['data']['name']) =>
      ({ ...original, data: { ...original.data, name, acronym: undefined } }) as PagedRecord;
    expect(socialImage(named('政务通知'), 'fr', site)).toMatchObject({
      path: 'social/fr.png',
      alt: expect.stringMatching(/^政务通知 · /),
    });
    const translated = named({ zh: '政务通知', en: 'Notify' });
    expect(socialImage(translated, 'fr', site).path).toBe(`social/projects/${original.id}.png`);
  });
});

describe('the pictures', () => {
  test('have the size that networks ask for, few bytes, and the same ones every time', async () => {
    const long = { ...CARD, name: 'Zusammenfassung der Verwaltungsvorgänge '.repeat(9), place: 'x'.repeat(300) };
    const stamp = { parts: ['stable', 'used by 12 bodies', 'checked 2026-10'], tone: 'strong' as const };
    const cards = new Map<string, SocialCard>([
      ['a.png', { ...CARD, stamp }],
      ['long.png', { ...long, stamp: { parts: [...stamp.parts, ...stamp.parts], tone: 'calm' } }],
      ['rtl.png', { ...CARD, lang: 'ar', name: 'بوابة الدخول (Login 2.0)', stamp }],
      ['site.png', { lang: 'en', site: 'Public Square', name: 'Public Square' }],
    ]);
    const [once, again] = [await draw(cards, temporaryFolder()), await draw(cards, temporaryFolder())];
    for (const [path, file] of once) {
      const bytes = readFileSync(file);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1200, 630]);
      expect(bytes.length, path).toBeLessThan(60 * 1024);
      expect(readFileSync(again.get(path) ?? '').equals(bytes), path).toBe(true);
    }
    expect(new Set([...once.values()].map((file) => readFileSync(file, 'base64'))).size).toBe(cards.size);
  });

  test('are drawn anew only where what stands on them changed', async () => {
    const folder = temporaryFolder();
    const first = await draw(new Map([['a.png', CARD]]), folder);
    const file = first.get('a.png') ?? '';
    writeFileSync(file, 'kept');
    await draw(new Map([['moved.png', CARD]]), folder);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    await draw(new Map([['a.png', { ...CARD, name: 'Parcel Post' }]]), folder);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
