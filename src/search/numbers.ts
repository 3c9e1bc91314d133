import { type ByteReader, ByteWriter, UnreadableFile } from './bytes.ts';

/**
 * A list of ascending record numbers in few bytes, in the smallest of three forms: gaps (few records), runs (what is
 * sorted together, as a zone is) and bits (many records).
 */
const GAPS = 0;
const RUNS = 1;
const BITS = 2;

/** @param list ascending, each number once, each below `records` */
export function writeNumbers(writer: ByteWriter, list: readonly number[], records: number): void {
  const forms = [gaps(list), runs(list), bits(list, records)];
  const sizes = forms.map((form) => form.length);
  const best = sizes.indexOf(Math.min(...sizes));
  writer.byte(best);
  writer.number(list.length);
  writer.raw(forms[best] ?? []);
}

/** Throws `UnreadableFile` when the list names a record that cannot be. */
export function readNumbers(reader: ByteReader, records: number): Uint32Array {
  const form = reader.byte();
  const size = reader.number();
  if (size > records) throw new UnreadableFile('a list is longer than the registry');
  const list = new Uint32Array(size);
  if (form === GAPS) readGaps(reader, list, records);
  else if (form === RUNS) readRuns(reader, list, records);
  else if (form === BITS) readBits(reader, list, records);
  else throw new UnreadableFile('a list has an unknown form');
  return list;
}

/** A list in each form ascends by construction, so that its end bounds it. */
function known(number: number, records: number): number {
  if (number >= records) throw new UnreadableFile('a list names an unknown record');
  return number;
}

function gaps(list: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  list.forEach((number, index) => {
    writer.number(index === 0 ? number : number - (list[index - 1] ?? 0) - 1);
  });
  return writer.bytes();
}

function readGaps(reader: ByteReader, list: Uint32Array, records: number): void {
  let next = 0;
  for (let index = 0; index < list.length; index += 1) {
    const number = known(next + reader.number(), records);
    list[index] = number;
    next = number + 1;
  }
}

/** Pairs: how many records are skipped, how many follow each other, less one. */
function runs(list: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  let next = 0;
  for (let start = 0; start < list.length; ) {
    const first = list[start] ?? 0;
    let length = 1;
    while (list[start + length] === first + length) length += 1;
    writer.number(first - next);
    writer.number(length - 1);
    start += length;
    next = first + length;
  }
  return writer.bytes();
}

function readRuns(reader: ByteReader, list: Uint32Array, records: number): void {
  let next = 0;
  for (let index = 0; index < list.length; ) {
    next += reader.number();
    const end = index + reader.number() + 1;
    if (end > list.length) throw new UnreadableFile('a run is longer than its list');
    known(next + end - index - 1, records);
    for (; index < end; index += 1, next += 1) list[index] = next;
  }
}

function bits(list: readonly number[], records: number): Uint8Array {
  const bytes = new Uint8Array((records + 7) >>> 3);
  for (const number of list) bytes[number >>> 3] = (bytes[number >>> 3] ?? 0) | (1 << (number & 7));
  return bytes;
}

function readBits(reader: ByteReader, list: Uint32Array, records: number): void {
  const bytes = reader.raw((records + 7) >>> 3);
  let index = 0;
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte >>> bit) & 1) list[index++] = known(at * 8 + bit, records);
  });
  if (index !== list.length) throw new UnreadableFile('a list has another length than it says');
}
