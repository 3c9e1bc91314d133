import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow, temporaryFolder, writeFiles } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { atOnce } from './at-once.ts';
import { seeFiles } from './seen-files.ts';
import { finishWriting, writeAtOnce } from './write-at-once.ts';

const FILES = Array.from({ length: 60 }, (_, at) => `projects/ca/post-${at}.yaml`);
const isOurs = (file: string) => file.startsWith('projects/');
const NEW = 'projects/ca/new.yaml';
const GONE = 'projects/ca/gone.yaml';
const [A, B] = ['projects/ca/a.yaml', 'projects/ca/b.yaml'];
const DRAFTS = new Map([
  [A, 'new'],
  [NEW, 'new'],
  [GONE, undefined],
]);

const state = (word: string, more: string) => ({
  ...Object.fromEntries(FILES.map((file) => [file, word])),
  [more]: word,
});

/** Writes the new state over the old one in a program of its own, which is killed so many milliseconds after it has begun. */
async function killedAfter(root: string, milliseconds: number): Promise<void> {
  const module = fileURLToPath(new URL('./write-at-once.ts', import.meta.url));
  const drafts = [...FILES.map((file) => [file, 'new']), [NEW, 'new'], [GONE, null]];
  const program = `
    import { writeAtOnce } from ${JSON.stringify(module)};
    import { standingAt } from ${JSON.stringify(fileURLToPath(new URL('./seen-files.ts', import.meta.url)))};
    const drafts = new Map(${JSON.stringify(drafts)}.map(([file, text]) => [file, text ?? undefined]));
    process.stdout.write('begin');
    writeAtOnce(${JSON.stringify(root)}, drafts, { seen: (file) => standingAt(${JSON.stringify(root)}, file) });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await ended;
}

test('whoever is killed while it writes leaves the old state or the new one', async () => {
  const roots = Array.from({ length: 8 }, temporaryFolder);
  await atOnce(roots, 2, async (root) => {
    writeFiles(root, state('old', GONE));
    await killedAfter(root, Math.random() * 20);
    finishWriting(root, isOurs);
    const found = filesBelow(root);
    const isNew = Object.hasOwn(found, NEW);
    expect(found).toEqual(isNew ? state('new', NEW) : state('old', GONE));
  });
});

test('what was stopped half-way is finished, also where some files are new already', () => {
  const root = temporaryFolder();
  writeFiles(root, { ...state('old', GONE), [FILES[0] ?? '']: 'new', [`${FILES[1]}.new`]: 'ne' });
  mkdirSync(join(root, '.writing'));
  const journal = [
    ...FILES.map((file) => [file, 'new', 'old']),
    [NEW, 'new', null],
    [GONE, null, 'old'],
    ['../outside.yaml', 'x', null],
    ['registry.yaml', 'x', null],
  ];
  writeFileSync(join(root, '.writing/journal.json'), JSON.stringify(journal));
  expect(finishWriting(root, isOurs)).toBe(true);
  expect(filesBelow(root)).toEqual(state('new', NEW));
  expect(finishWriting(root, isOurs)).toBe(false);
});

test('an edit since stays, and a writing of a past state is none any more', () => {
  const lock = 'federation.lock/ca.json';
  const journal = JSON.stringify([
    [A, 'new', 'old'],
    [B, 'new', 'old'],
    [lock, 'new', 'old'],
  ]);
  const finished = (files: Record<string, string>) => {
    const root = temporaryFolder();
    writeFiles(root, { ...files, [`${B}.new`]: 'ne', '.writing/journal.json': journal });
    finishWriting(root, () => true);
    return filesBelow(root);
  };
  expect(finished({ [A]: 'edited', [B]: 'old', [lock]: 'old' })).toEqual({ [A]: 'edited', [B]: 'new', [lock]: 'new' });
  const pulled = { [A]: 'newer', [B]: 'old', [lock]: 'newer' };
  expect(finished(pulled)).toEqual(pulled);
});

test('what is not wholly written down has not begun', () => {
  const root = temporaryFolder();
  writeFiles(root, { 'projects/ca/a.yaml': 'old', '.writing/journal.json.new': '[["projects/ca/a.yaml","ne' });
  expect(finishWriting(root, isOurs)).toBe(false);
  expect(filesBelow(root)).toEqual({ 'projects/ca/a.yaml': 'old' });
  writeAtOnce(root, new Map([['projects/ca/a.yaml', 'new']]), { seen: () => 'old' });
  expect(filesBelow(root)).toEqual({ 'projects/ca/a.yaml': 'new' });
});

test.each<[string, (root: string) => void]>([
  ['an edit', (root) => writeFileSync(join(root, A), 'edited')],
  ['a file where there was none', (root) => writeFileSync(join(root, NEW), 'mine')],
  ['what is no text', (root) => writeFileSync(join(root, NEW), Buffer.from([0xff]))],
  ['a link', (root) => symlinkSync('a.yaml', join(root, NEW))],
  ['an edit of what is to go', (root) => writeFileSync(join(root, GONE), 'edited')],
  ['that a file is gone', (root) => rmSync(join(root, A))],
])('what somebody else has done since is never written over: %s', (_, edit) => {
  const root = temporaryFolder();
  writeFiles(root, { [A]: 'old', [GONE]: 'old' });
  const files = seeFiles(root);
  for (const file of DRAFTS.keys()) files.get(file);
  edit(root);
  const before = filesBelow(root);
  expect(() => writeAtOnce(root, DRAFTS, files)).toThrow(/was changed by somebody else .* Run it again/);
  expect(filesBelow(root)).toEqual(before);
});

test('nor what is done while it is written: the rest is put back, and an edit of what was written stays', () => {
  const root = temporaryFolder();
  writeFiles(root, { [A]: 'old', [B]: 'old', [GONE]: 'old' });
  let turns = 0;
  // Each file is asked for once before the journal, once for it, and once when its turn has come: A and B are written then.
  const seen = (file: string) => {
    turns += 1;
    if (turns === 11) {
      writeFileSync(join(root, B), 'edited');
      writeFileSync(join(root, NEW), 'mine');
    }
    return file === NEW ? null : 'old';
  };
  expect(() => writeAtOnce(root, new Map([[A, 'new'], [B, 'new'], ...DRAFTS]), { seen })).toThrow(NEW);
  expect(filesBelow(root)).toEqual({ [A]: 'old', [B]: 'edited', [GONE]: 'old', [NEW]: 'mine' });
});

test('a link beside a file leads nothing elsewhere', () => {
  const root = temporaryFolder();
  writeFiles(root, { [A]: 'old', 'outside.txt': 'theirs' });
  symlinkSync('../../outside.txt', join(root, `${A}.new`));
  writeAtOnce(root, new Map([[A, 'new']]), { seen: () => 'old' });
  expect(filesBelow(root)).toEqual({ [A]: 'new', 'outside.txt': 'theirs' });
});
