import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { atOnce } from './at-once.ts';
import { finishWriting, writeAtOnce } from './write-at-once.ts';

const FILES = Array.from({ length: 60 }, (_, at) => `projects/ca/post-${at}.yaml`);
const isOurs = (file: string) => file.startsWith('projects/');
const NEW = 'projects/ca/new.yaml';
const GONE = 'projects/ca/gone.yaml';

function everything(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(root.length + 1),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

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
    const drafts = new Map(${JSON.stringify(drafts)}.map(([file, text]) => [file, text ?? undefined]));
    process.stdout.write('begin');
    writeAtOnce(${JSON.stringify(root)}, drafts);`;
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
    const found = everything(root);
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
  expect(everything(root)).toEqual(state('new', NEW));
  expect(finishWriting(root, isOurs)).toBe(false);
});

test('an edit since stays, and a writing of a past state is none any more', () => {
  const lock = 'federation.lock/ca.json';
  const [a, b] = ['projects/ca/a.yaml', 'projects/ca/b.yaml'];
  const journal = JSON.stringify([
    [a, 'new', 'old'],
    [b, 'new', 'old'],
    [lock, 'new', 'old'],
  ]);
  const finished = (files: Record<string, string>) => {
    const root = temporaryFolder();
    writeFiles(root, { ...files, [`${b}.new`]: 'ne', '.writing/journal.json': journal });
    finishWriting(root, () => true);
    return everything(root);
  };
  expect(finished({ [a]: 'edited', [b]: 'old', [lock]: 'old' })).toEqual({ [a]: 'edited', [b]: 'new', [lock]: 'new' });
  const pulled = { [a]: 'newer', [b]: 'old', [lock]: 'newer' };
  expect(finished(pulled)).toEqual(pulled);
});

test('what is not wholly written down has not begun', () => {
  const root = temporaryFolder();
  writeFiles(root, { 'projects/ca/a.yaml': 'old', '.writing/journal.json.new': '[["projects/ca/a.yaml","ne' });
  expect(finishWriting(root, isOurs)).toBe(false);
  expect(everything(root)).toEqual({ 'projects/ca/a.yaml': 'old' });
  writeAtOnce(root, new Map([['projects/ca/a.yaml', 'new']]));
  expect(everything(root)).toEqual({ 'projects/ca/a.yaml': 'new' });
});
