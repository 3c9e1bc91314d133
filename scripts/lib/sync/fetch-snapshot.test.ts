import { expect, test } from 'vitest';
import { published } from '../../../src/federation/fixtures/model-copy.ts';
import { emptyCopy, OFFICE } from '../../../src/federation/fixtures/one-copy.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { fetchRecords } from './fetch-snapshot.ts';

test('of the file with all records, no more lines are looked at than there are records', async () => {
  const { descriptor, index, records } = published(
    emptyCopy('ca', 1, { 'organization:ca/office': OFFICE, 'organization:ca/other': OFFICE }),
  );
  const lines = index.rows.map(({ hash }) => Buffer.from(records.get(hash) ?? []).toString('utf8'));
  const taken = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const hash = sha256(bytes);
    const all = { path: `api/v1/all.${hash}.jsonl`, sha256: hash, bytes: bytes.length, count: lines.length };
    const host = { get: async () => ({ bytes }), close: () => undefined };
    return (await fetchRecords(host, { descriptor: { ...descriptor, all }, index }, index.rows)).size;
  };
  expect(await taken(lines.join('\n'))).toBe(2);
  expect(await taken(`\n\n${lines.join('\n')}`)).toBe(0);
});
