/**
 * Reading and writing the small binary files of the search: unsigned LEB128 numbers, length-prefixed UTF-8, and at
 * the start Adler-32 (RFC 1950) over everything behind it. A file that was cut or changed is an {@link UnreadableFile}.
 */

/** Thrown by {@link ByteReader} only; the decoders turn it into an error value. */
export class UnreadableFile extends Error {}

/** Writes numbers and texts into few bytes, behind their checksum. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** @param value a whole number from 0 to 2^32 - 1 */
  number(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }

  raw(bytes: Iterable<number>): void {
    for (const value of bytes) this.#bytes.push(value);
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.number(encoded.length);
    this.raw(encoded);
  }

  /** Everything written, bare. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  /** Everything written, with the checksum before it. */
  finish(): Uint8Array<ArrayBuffer> {
    const sum = adler32(this.#bytes);
    return Uint8Array.from([...[0, 8, 16, 24].map((shift) => (sum >>> shift) & 0xff), ...this.#bytes]);
  }
}

/** Reads what `ByteWriter` wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 4;

  /** Throws unless the checksum is right. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
    const sum = (first | (second << 8) | (third << 16) | (fourth << 24)) >>> 0;
    if (bytes.length < 4 || sum !== adler32(bytes.subarray(4))) throw new UnreadableFile('the checksum is wrong');
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new UnreadableFile('the file ends too early');
    this.#at += 1;
    return value;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) return value;
    }
    throw new UnreadableFile('a number has too many bytes');
  }

  raw(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new UnreadableFile('the file ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.number()));
  }

  /** Throws when something is left over. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new UnreadableFile('the file does not end where it should');
  }
}

/** What a decoder gives: the value, or why there is none. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Reads a file whose first byte says its kind. Never throws on bytes, whatever they are. */
export function decodeFile<T>(bytes: Uint8Array, kind: number, read: (reader: ByteReader) => T): Decoded<T> {
  try {
    const reader = new ByteReader(bytes);
    if (reader.byte() !== kind) throw new UnreadableFile('this is another kind of file');
    const value = read(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, error: error.message };
    throw error;
  }
}

function adler32(bytes: ArrayLike<number>): number {
  let low = 1;
  let high = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    low = (low + (bytes[index] ?? 0)) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}
