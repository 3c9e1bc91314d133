import { phrase } from '../rules/phrase.ts';
import type { Finding } from '../rules/rule.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';

export interface Decoded {
  /** The text, or `undefined` where it cannot be used at all. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

/** At most this many findings of one kind from one file: the rest would say the same. */
const MAX_FINDINGS = 20;

/**
 * Checks a file's bytes before anything parses them: size, UTF-8, byte-order mark, line ends, unsafe characters.
 * Text with findings that parsing could not survive is withheld.
 */
export function decodeText(file: string, bytes: Uint8Array, maxBytes: number = MAX_FILE_BYTES): Decoded {
  if (bytes.length > maxBytes) {
    const finding = {
      rule: 'file-size',
      code: 'large',
      file,
      offset: 0,
      values: { bytes: bytes.length },
      expected: phrase('bytesAtMost', { count: maxBytes }),
    };
    return { text: undefined, findings: [finding] };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return { text: undefined, findings: [firstBadByte(file, bytes)] };
  if (text.trim() === '') return { text: undefined, findings: [{ rule: 'file-size', code: 'empty', file, offset: 0 }] };
  return { text, findings: [...encodingFindings(file, text), ...characterFindings(file, text)] };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decoding with replacement and encoding again changes nothing before the first byte that is not UTF-8. */
function firstBadByte(file: string, bytes: Uint8Array): Finding {
  const mended = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let at = bytes.findIndex((byte, index) => byte !== mended[index]);
  // The replacement may share its first bytes with what it replaces.
  let before = decodeUtf8(bytes.subarray(0, at));
  while (before === undefined) before = decodeUtf8(bytes.subarray(0, --at));
  const found = `0x${(bytes[at] ?? 0).toString(16).toUpperCase()}`;
  return { rule: 'file-encoding', code: 'utf8', file, offset: before.length, found, expected: 'UTF-8' };
}

function encodingFindings(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  if (text.startsWith('\ufeff'))
    findings.push({ rule: 'file-encoding', code: 'bom', file, offset: 0, found: 'U+FEFF', expected: phrase('noMark') });
  const cr = text.indexOf('\r');
  if (cr !== -1) findings.push({ rule: 'file-encoding', code: 'cr', file, offset: cr, found: 'CR', expected: 'LF' });
  return findings;
}

function characterFindings(file: string, text: string): Finding[] {
  return findUnsafeCharacters(text)
    .filter(({ offset }) => text[offset] !== '\r' && !(offset === 0 && text[0] === '\ufeff'))
    .slice(0, MAX_FINDINGS)
    .map(({ offset, name }) => ({
      rule: 'unsafe-character',
      code: 'character',
      file,
      offset,
      values: { name },
      found: name,
    }));
}
