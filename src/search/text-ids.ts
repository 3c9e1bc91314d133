import { ByteWriter, type Decoded, decodeFile, UnreadableFile } from './bytes.ts';

/**
 * Which record a hit of the text index is. Pagefind names a hit by a hash like `fr_0302aa4`; the file holds the hashes
 * in the order of the records.
 */
const KIND = 3;
const HASH = /^([a-z-]+_)([0-9a-f]+)$/;

/** @param ids Pagefind's id of each record, by record number; throws on one of another form */
export function encodeTextIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts = ids.map((id) => HASH.exec(id) ?? []);
  const [, prefix = '', { length } = ''] = parts[0] ?? [];
  const odd = ids.find((_, number) => parts[number]?.[1] !== prefix || parts[number]?.[2]?.length !== length);
  if (odd !== undefined) throw new Error(`search: Pagefind named a record "${odd}", which is not like "${ids[0]}"`);
  const writer = new ByteWriter();
  writer.byte(KIND);
  writer.text(prefix);
  writer.number(length);
  writer.text(parts.map(([, , hash = '']) => hash).join(''));
  return writer.finish();
}

/** Record numbers by Pagefind's id. Never throws on bytes. */
export function decodeTextIds(bytes: Uint8Array): Decoded<ReadonlyMap<string, number>> {
  return decodeFile(bytes, KIND, (reader) => {
    const prefix = reader.text();
    const length = reader.number();
    const hashes = reader.text();
    const count = length === 0 ? 0 : hashes.length / length;
    if (!Number.isInteger(count)) throw new UnreadableFile('the last id is incomplete');
    return new Map(
      Array.from({ length: count }, (_, number) => [
        prefix + hashes.slice(number * length, (number + 1) * length),
        number,
      ]),
    );
  });
}
