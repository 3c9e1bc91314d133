import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cachePath, ParseCache, programFingerprint } from './cache-fs.ts';
import { isFault, temporaryFolder, temporaryRegistry, writeFiles } from './fixtures/temporary-registry-fs.ts';
import { issuesOf, loadRegistry } from './load-fs.ts';

/** How often a record was parsed. */
const parsed = vi.hoisted(() => ({ files: [] as string[] }));
vi.mock('./parse.ts', async (original) => {
  const parse = await original<typeof import('./parse.ts')>();
  const counted: typeof parse.parseRecordFile = (file, ...rest) => {
    parsed.files.push(file);
    return parse.parseRecordFile(file, ...rest);
  };
  return { ...parse, parseRecordFile: counted };
});

const RECORD = `schemaVersion: 1
name: Letter Post
summary:
  en: Sends letters
type: service
status: stable
functions: [notifications]
owner: int/office
website: https://post.example.org/
`;
const FAULTY = RECORD.replace('stable', 'stabel').replace('Letter Post', 'Card Print');
const NOTE = `---
schemaVersion: 1
title: Lesson
type: lesson
date: 2026-03-02
language: en
authorRole: Manager
license: CC-BY-4.0
---

We learned.
`;
const RECORDS = [
  'notes/int/2026-03-02-lesson.mdx',
  'organizations/int/office.yaml',
  'projects/int/faulty.yaml',
  'projects/int/post.yaml',
];

/** A project folder with installed packages, and a registry in it. */
function setUp(): { project: string; root: string; cache: string } {
  const root = temporaryRegistry({ [RECORDS[0] ?? '']: NOTE, [RECORDS[2] ?? '']: FAULTY, [RECORDS[3] ?? '']: RECORD });
  const project = temporaryFolder();
  writeFiles(project, { 'node_modules/.package-lock.json': '{}', 'src/schema/a.ts': '1', 'package-lock.json': '{}' });
  return { project, root, cache: cachePath(project, root) ?? '' };
}

function load(root: string, project?: string) {
  parsed.files = [];
  const loaded = loadRegistry(root, project === undefined ? {} : { project });
  return {
    result: { registry: loaded.registry, issues: issuesOf(loaded).filter(isFault) },
    files: parsed.files.toSorted(),
  };
}

beforeEach(() => {
  parsed.files = [];
});

describe('the cache', () => {
  test('changes no result, and spares the parsing of files without findings', () => {
    const { project, root } = setUp();
    const bare = load(root);
    const cold = load(root, project);
    const cached = load(root, project);
    expect(bare.result.issues.map(({ rule }) => rule)).toEqual(['wrong-value']);
    expect(cold.result).toEqual(bare.result);
    expect(cached.result).toEqual(bare.result);
    expect(bare.files).toEqual(RECORDS);
    expect(cold.files).toEqual(RECORDS);
    expect(cached.files).toEqual(['projects/int/faulty.yaml']);
  });

  test('lets a changed file be parsed again, and no other', () => {
    const { project, root } = setUp();
    load(root, project);
    writeFiles(root, { 'projects/int/post.yaml': RECORD.replace('Letter Post', 'Parcel Post') });
    const changed = load(root, project);
    expect(changed.files).toEqual(['projects/int/faulty.yaml', 'projects/int/post.yaml']);
    expect(changed.result).toEqual(load(root).result);
    expect(JSON.stringify(changed.result)).toContain('Parcel Post');
  });

  test('knows a file by its bytes and its kind, not by its name', () => {
    const { project, root } = setUp();
    load(root, project);
    writeFiles(root, { 'projects/int/copy.yaml': RECORD, 'organizations/int/post.yaml': RECORD });
    const loaded = load(root, project);
    expect(loaded.files).toEqual(['organizations/int/post.yaml', 'projects/int/faulty.yaml']);
    expect(loaded.result).toEqual(load(root).result);
  });

  test('forgets what is gone', () => {
    const { project, root, cache } = setUp();
    load(root, project);
    rmSync(join(root, 'projects/int/post.yaml'));
    expect(load(root, project).result).toEqual(load(root).result);
    expect(readFileSync(cache, 'utf8')).not.toContain('Letter Post');
  });
});

const SPOILERS: Record<string, (text: string) => string | Uint8Array> = {
  'is empty': () => '',
  'is cut short in its header': (text) => text.slice(0, 20),
  'is cut short in its body': (text) => text.slice(0, -10),
  'has no header': (text) => text.slice(text.indexOf('\n') + 1),
  'has a bit flipped': (text) => text.replace('Letter Post', 'Lettes Post'),
  'has bytes behind it': (text) => `${text} `,
  'is of another program': (text) => text.replace(/"fingerprint":"../, '"fingerprint":"00'),
  'has another sum': (text) => text.replace(/"sha256":"../, '"sha256":"00'),
  'is JSON of another shape': () => '[]\n[]',
  'is null': () => 'null\nnull',
  'is not JSON': () => '<html>\n</html>',
  'is not text': () => Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256),
};

describe('a cache file is ignored that', () => {
  test.each(Object.entries(SPOILERS))('%s', (_, spoil) => {
    const { project, root, cache } = setUp();
    const { result } = load(root, project);
    const sound = readFileSync(cache, 'utf8');
    expect(sound).toContain('Letter Post');
    const spoilt = spoil(sound);
    expect(spoilt).not.toBe(sound);
    writeFileSync(cache, spoilt);
    const loaded = load(root, project);
    expect(loaded.result).toEqual(result);
    expect(loaded.files).toEqual(RECORDS);
    expect(load(root, project).files, 'and is written anew').toEqual(['projects/int/faulty.yaml']);
  });
});

describe('a cache that cannot be written is no fault', () => {
  test('because a folder stands in its place', () => {
    const { project, root, cache } = setUp();
    mkdirSync(cache, { recursive: true });
    expect(load(root, project).result).toEqual(load(root).result);
    expect(existsSync(`${cache}.${process.pid}`), 'and leaves nothing behind').toBe(false);
  });
  test('because a file stands where its folder belongs', () => {
    const { project, root, cache } = setUp();
    mkdirSync(dirname(dirname(cache)), { recursive: true });
    writeFileSync(dirname(cache), 'x');
    expect(load(root, project).result).toEqual(load(root).result);
  });
  test('because no packages are installed', () => {
    const { project, root } = setUp();
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(cachePath(project, root)).toBeUndefined();
    expect(load(root, project).result).toEqual(load(root).result);
  });
});

test('the fingerprint changes with the schema, the parser and the libraries', () => {
  const { project } = setUp();
  const before = programFingerprint(project);
  expect(programFingerprint(project)).toBe(before);
  const seen = new Set([before]);
  for (const file of ['src/schema/a.ts', 'src/registry/parse.ts', 'src/rules/shape-rules.ts', 'package-lock.json']) {
    writeFiles(project, { [file]: 'changed' });
    seen.add(programFingerprint(project));
  }
  expect(seen.size).toBe(5);
});

test('an entry is taken for the same bytes in the same role only', () => {
  const path = join(temporaryFolder(), 'cache.json');
  const bytes = Buffer.from('a: 1');
  let calls = 0;
  const parse = () => ({ data: { a: ++calls }, findings: [] });
  const first = new ParseCache(path, 'f');
  first.parsed('project', bytes, parse);
  first.save();
  const second = new ParseCache(path, 'f');
  expect(second.parsed('project', bytes, parse).data).toEqual({ a: 1 });
  expect(second.parsed('note', bytes, parse).data).toEqual({ a: 2 });
  expect(second.parsed('project', Buffer.from('a: 2'), parse).data).toEqual({ a: 3 });
  expect(new ParseCache(path, 'g').parsed('project', bytes, parse).data).toEqual({ a: 4 });
});
