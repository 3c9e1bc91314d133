import { expect, test } from 'vitest';
import { fc } from '../registry/fixtures/fast-check.ts';
import { ByteReader, ByteWriter, decodeFile } from './bytes.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

const lists = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([records, stream, density]) => {
    const list = Array.from({ length: records }, (_, number) => number).filter(
      () => (stream.next().value ?? 0) < density,
    );
    return { records, list };
  });

function written(list: readonly number[], records: number): Uint8Array {
  const writer = new ByteWriter();
  writeNumbers(writer, list, records);
  return writer.finish();
}

test('what is written is read, whatever its form', () => {
  fc.assert(
    fc.property(lists, ({ records, list }) => {
      const reader = new ByteReader(written(list, records));
      expect([...readNumbers(reader, records)]).toEqual(list);
      reader.end();
    }),
  );
});

test.each([
  ['few records', [3, 9_000], 9],
  ['neighbours', Array.from({ length: 5_000 }, (_, index) => index + 70), 11],
  ['every second record', Array.from({ length: 5_000 }, (_, index) => index * 2), 1_260],
])('%s take few bytes', (_, list, most) => {
  expect(written(list, 10_000).length).toBeLessThanOrEqual(most);
});

test('a list cannot name a record that is not there', () => {
  const bytes = written([1, 8], 9);
  const read = decodeFile(new Uint8Array(bytes), bytes[4] ?? 0, (reader) => reader.number());
  expect(read.ok).toBe(false);
  const reader = new ByteReader(bytes);
  expect(() => readNumbers(reader, 5)).toThrow('unknown record');
});
