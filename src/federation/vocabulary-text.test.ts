import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentHash, contentOf } from '../registry/content-hash.ts';
import { sharedIdentity } from '../registry/shared-kinds.ts';
import { recordText } from './record-text.ts';
import { sha256 } from './sha256-node.ts';

test.each(readdirSync('registry/vocabularies'))('%s comes back from its text, and fits into a file', (name) => {
  const { kind, id } = sharedIdentity(`vocabularies/${name}`) ?? expect.fail(name);
  const data = parse(readFileSync(`registry/vocabularies/${name}`, 'utf8'));
  const text = recordText(kind, { data }) ?? '';
  expect(parse(text)).toEqual(data);
  expect(text).toMatch(/^# yaml-language-server.*\nschemaVersion: 1\nid: /);
  const hashes = [data, contentOf(kind, text)?.data].map((each) => contentHash(kind, id, { data: each }, sha256));
  expect(hashes[0]).toBe(hashes[1]);
});

test('a vocabulary that would not fit into a file has no text', () => {
  const terms = Object.fromEntries(
    Array.from({ length: 2000 }, (_, at) => [`term-${at}`, { label: { en: 'A term' } }]),
  );
  expect(recordText('vocabulary', { data: { schemaVersion: 1, id: 'functions', terms } })).toBeUndefined();
});
