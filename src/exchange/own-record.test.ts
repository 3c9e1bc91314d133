import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KIND_NAMES, KINDS } from '../schema/kinds.ts';
import { OPTIONS } from './fixtures/registry.ts';
import { readForeign } from './read-foreign.ts';

function read(text: string, fileName = '') {
  const result = readForeign(text, { ...OPTIONS, fileName });
  if (result.problem !== undefined) throw new Error(JSON.stringify(result.problem));
  expect(result.format).toBe('record');
  return result.records[0];
}

test('records of every kind are taken as they stand, and their kind is known from their fields', () => {
  const kinds = KIND_NAMES.filter((kind) => KINDS[kind].ending === 'yaml');
  let count = 0;
  for (const kind of kinds) {
    for (const file of globSync(`registry/${KINDS[kind].folder}/*/*.yaml`).toSorted().slice(0, 12)) {
      const text = readFileSync(file, 'utf8');
      const { notCarried, ...record } = read(text) ?? { notCarried: [] };
      expect({ file, ...record, notCarried }).toEqual({ file, kind, data: parse(text), notCarried: [] });
      count++;
    }
  }
  expect(count).toBeGreaterThan(40);
});

test('the folder tells the kind where fields leave it open', () => {
  expect(read('schemaVersion: 1\nname: Post\n', 'organizations/int/post.yaml')?.kind).toBe('organization');
});

test('of a faulty field what is sound is taken, and the rest told', () => {
  const record = read(
    'schemaVersion: 1\nname: Post\nfunctions: [forms]\nsummary: {en: Sends letters, fr: [a]}\nplatforms: [web, {a: b}]\nstatus: odd\nnmae: x\n',
  );
  expect(record).toEqual({
    kind: 'project',
    data: {
      schemaVersion: 1,
      name: 'Post',
      functions: ['forms'],
      summary: { en: 'Sends letters' },
      platforms: ['web'],
    },
    notCarried: [
      { path: 'summary.fr', value: '["a"]', reason: 'not-understood' },
      { path: 'platforms.1', value: '{"a":"b"}', reason: 'not-understood' },
      { path: 'status', value: 'odd', reason: 'not-understood' },
      { path: 'nmae', value: 'x', reason: 'no-field' },
    ],
  });
});

test('what records may not have is refused with its place', () => {
  const { problem } = readForeign('schemaVersion: 1\nname: &a Post\nacronym: *a\n', OPTIONS);
  expect(problem).toMatchObject({ code: 'yaml', line: 2 });
});
