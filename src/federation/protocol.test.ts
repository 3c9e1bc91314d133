import { expect, test } from 'vitest';
import { descriptorSchema, envelopeSchema, indexSchema } from './protocol.ts';

const hash = 'a'.repeat(64);
const file = (name: string) => ({ path: `api/v1/${name}`, sha256: hash, bytes: 2, count: 0 });
const descriptor = {
  protocol: 'public-square/1',
  id: 'ca',
  url: 'https://square.example/',
  zones: ['ca'],
  sequence: 1,
  asOf: '2026-11-23',
  schema: { version: 1, min: 1 },
  index: file(`index.${hash}.json`),
  metadataLicense: 'CC0-1.0',
  contribute: { page: 'https://square.example/en/contribute/' },
};
const row = { id: 'ca/a', kind: 'project', hash, bytes: 1, countries: [], keys: [] };
const tombstone = { id: 'ca/a', kind: 'project', hash, schemaVersion: 1, data: {} };

test('what a newer copy adds to a descriptor or a row is dropped', () => {
  expect(descriptorSchema.parse({ ...descriptor, later: [] })).toEqual(descriptor);
  expect(indexSchema.parse({ protocol: 'public-square/1', rows: [{ ...row, x: 1 }], tombstones: [] }).rows).toEqual([
    row,
  ]);
});

test('what is said of an end in another way than here does not hide the rest', () => {
  const ended = { on: '2026-11-20', successor: 'https://next.example/' };
  expect(descriptorSchema.parse({ ...descriptor, ended })).toEqual({ ...descriptor, ended });
  for (const other of [true, { on: 'soon' }, { ...ended, successor: 'javascript:alert(1)' }])
    expect(descriptorSchema.parse({ ...descriptor, ended: other })).toEqual(descriptor);
});

test.each([
  ['another protocol', { protocol: 'public-square/2' }],
  ['a path that is not the hash', { index: file('index.json') }],
  ['a path that leads elsewhere', { index: file(`../index.${hash}.json`) }],
  ['another host', { all: file(`https://evil.example/all.${hash}.jsonl`) }],
  ['a sequence that is no number of commits', { sequence: -1 }],
  ['an address with a query', { url: 'https://square.example/?a=/' }],
])('a descriptor with %s is refused', (_, wrong) => {
  expect(descriptorSchema.safeParse({ ...descriptor, ...wrong }).success).toBe(false);
});

test('an index names each record once, live or as a tombstone', () => {
  const parse = (rows: unknown[], tombstones: unknown[]) =>
    indexSchema.safeParse({ protocol: 'public-square/1', rows, tombstones }).success;
  expect(parse([row, { ...row, kind: 'organization' }], [])).toBe(true);
  expect(parse([row, row], [])).toBe(false);
  expect(parse([row], [tombstone])).toBe(false);
  expect(parse([{ ...row, id: 'ca/../../a' }], [])).toBe(false);
});

test('an envelope keeps every field of its record, and has no others of its own', () => {
  const envelope = { id: 'ca/a', kind: 'project', schemaVersion: 2, data: { new: { deep: [1, null] } } };
  expect(envelopeSchema.parse(envelope)).toEqual(envelope);
  expect(envelopeSchema.safeParse({ ...envelope, encoding: 'x' }).success).toBe(false);
});
