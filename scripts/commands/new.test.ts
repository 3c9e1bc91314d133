import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, HOME, project, registry } from '../fixtures/command-line.ts';
import { type Act, atTerminal, describeAtTerminal, KEY } from '../lib/pseudo-terminal.ts';
import { newRecord } from './new.ts';

const NOTIFY = { 'projects/int/letter-post.yaml': project('Letter Post') };
const FILE = 'projects/int/letter-past.yaml';
const GIVEN = [
  'summary.en=Sends letters',
  'type=service',
  'status=stable',
  'functions=Notifications',
  'owner=int/office',
];
const set = (...fields: readonly string[]) => fields.flatMap((field) => ['--set', field]);

/** All files of a registry folder. */
function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
}

describe('without a terminal, new', () => {
  test('writes a valid record from its fields, mended and in canonical form', async () => {
    const root = folder('new-sound', {});
    const fields = set('name=Parcels', ...GIVEN, 'website=https://parcels.example.org/', 'license=mit', 'started=2019');
    const { code, stdout } = await registry(['new', 'project', ...fields, '--root', 'new-sound']);
    expect([code, stdout]).toEqual([0, 'new-sound/projects/int/parcels.yaml\n']);
    expect(readFileSync(join(root, 'projects/int/parcels.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\nname: Parcels\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions:\n  - notifications\nowner: int/office\nwebsite: https://parcels.example.org/\nlicense: MIT\nstarted: 2019\n',
    );
    expect((await registry(['validate', 'int/parcels', '--root', 'new-sound', '--severity', 'warning'])).code).toBe(0);
  });

  test.each([
    [
      'a look-alike',
      set('name=Letter Past', ...GIVEN, 'website=https://a.example.org/'),
      1,
      'spelled like “Letter Post” (int/letter-post',
    ],
    ['an error', set('name=Cards', ...GIVEN, 'website=http://cards.example.org/'), 1, 'Nothing was written'],
    ['what is missing', set('name=Cards'), 1, 'The field “summary” is missing'],
    ['an unknown field', set('nmae=Cards'), 2, 'No field of the kind project is called “nmae”'],
    ['a text without its language', set('summary=Sends'), 2, 'write --set summary.en='],
    ['no assignment', set('summary'), 2, '--set takes field=value'],
    [
      'an id that is taken',
      [...set('name=Letter Post', ...GIVEN), '--slug', 'letter-post'],
      2,
      'This id belongs to another project already',
    ],
    [
      'no fields at all',
      [],
      2,
      'status=concept|development|beta|stable|obsolete; functions=<term of functions>; owner=<organization>; repository= or website=',
    ],
    ['a field given twice', set('name=Cards', 'name=Letters'), 2, 'name is given twice'],
    ['a zone that is none', [...set('name=Cards', ...GIVEN), '--zone', 'uk'], 2, '“uk” is no zone'],
    [
      'a path for a slug',
      [...set('name=Cards', ...GIVEN), '--slug', '../../cards'],
      2,
      'No kind of record lives at this path',
    ],
    ['a name without a slug', set('name=政务通知', ...GIVEN), 2, 'give one with --slug'],
    [
      'a text for a kind that has none',
      [...set('name=Cards', ...GIVEN), '--body', '-'],
      2,
      'Only notes and questions have a text',
    ],
  ])('writes nothing for %s', async (what, args, exit, message) => {
    const name = `new-${what.replaceAll(' ', '-')}`;
    const root = folder(name, NOTIFY);
    const before = filesOf(root);
    const { code, stderr } = await registryHere(newRecord, ['project', ...args, '--root', name]);
    expect(code).toBe(exit);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(filesOf(root)).toEqual(before);
  });

  test('prints the record, and writes nothing, in a dry run', async () => {
    const root = folder('new-dry', {});
    writeFileSync(join(HOME, 'text.md'), 'We *learned* things.\n');
    const note = set(
      'title=A week',
      'type=weeknote',
      'date=2026-11-20',
      'language=en',
      'authorRole=Developer',
      'license=CC-BY-4.0',
    );
    const { code, stdout } = await registry([
      'new',
      'note',
      ...note,
      '--dry-run',
      '--body',
      'text.md',
      '--root',
      'new-dry',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('title: A week\n');
    expect(stdout).toContain('---\n\nWe *learned* things.\n');
    expect(existsSync(join(root, 'notes'))).toBe(false);
  });
});

/** What is typed for a project; the question before which each stands is found by its title. */
const PROJECT: readonly (readonly [string, string])[] = [
  ['Name –', `Letter Past${KEY.enter}`],
  ['something else, not listed yet?', `y`],
  ['Summary, in English', `Sends letters.${KEY.enter}`],
  ['Summary, in French', KEY.enter],
  ['Type –', `${KEY.down}${KEY.enter}`],
  ['Status –', KEY.enter],
  ['Functions –', `notif${KEY.tab}${KEY.enter}`],
  ['Owner –', KEY.enter],
  ['Repository –', `http://a b${KEY.enter}`],
  ['spaces or characters', `${KEY.clear}${KEY.enter}`],
  ['Website –', `https://past.example.org/${KEY.enter}`],
  ['Licence –', `mit${KEY.enter}`],
  ['Interface languages –', `en, fr${KEY.enter}`],
  ['Started –', `2019${KEY.enter}`],
  ['Zone –', KEY.enter],
  ['Slug –', KEY.enter],
  ['Write ', KEY.enter],
];
const acts = (steps: readonly (readonly [string, string])[]): Act[] => steps.map(([at, does]) => ({ at, does }));

describeAtTerminal('at a terminal, new', () => {
  test('asks for what a record needs, refuses what will not do, and writes it', async () => {
    const root = folder('new-asked', NOTIFY);
    const { code, screen } = await atTerminal(['new', 'project', '--root', 'new-asked'], acts(PROJECT));
    expect(code).toBe(0);
    expect(screen).toContain('This is spelled like “Letter Post” (int/letter-post)');
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(
      '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\nname: Letter Past\nsummary:\n  en: Sends letters\ntype: service\nstatus: concept\nfunctions:\n  - notifications\nowner: int/office\nwebsite: https://past.example.org/\nlicense: MIT\ninterfaceLanguages:\n  - en\n  - fr\ndistinctFrom:\n  - int/letter-post\nstarted: 2019\n',
    );
    const { code: sound } = await registry(['validate', 'int/letter-past', '--root', 'new-asked']);
    expect(sound).toBe(0);
  });

  test('writes nothing where it is the same thing after all', async () => {
    const root = folder('new-same', NOTIFY);
    const steps = [...acts(PROJECT.slice(0, 1)), { at: 'something else', does: KEY.enter }];
    const { code, screen } = await atTerminal(['new', 'project', '--root', 'new-same'], steps);
    expect(code).toBe(1);
    expect(screen).toContain('nothing was written');
    expect(existsSync(join(root, FILE))).toBe(false);
  });

  const ways = { 'Ctrl-C': KEY.interrupt, Escape: KEY.escape, 'a closed window': { hangUp: true } } as const;
  test.each(
    PROJECT.flatMap(([at], step) =>
      Object.entries(ways)
        // Every question is left by Ctrl-C, and in turns by the others, so that no way is left out and the test stays short.
        .filter(([way], index) => way === 'Ctrl-C' || step % 2 === index - 1)
        .map(([way, does]) => ({ at, way, step, does })),
    ),
  )('leaves no file behind $way at “$at”', async ({ at, way, step, does }) => {
    const name = `new-left-${step}-${way.replaceAll(' ', '-')}`;
    const root = folder(name, NOTIFY);
    const before = filesOf(root);
    const { code, signal } = await atTerminal(
      ['new', 'project', '--root', name],
      [...acts(PROJECT.slice(0, step)), { at, does }],
    );
    expect([code, signal]).not.toEqual([0, undefined]);
    expect(filesOf(root)).toEqual(before);
  });
});
