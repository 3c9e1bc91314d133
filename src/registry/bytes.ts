import type { Finding } from '../rules/rule.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { findUnsafeCharacters } from '../schema/text.ts';

export interface Decoded {
  /** The text, or `undefined` where it cannot be used at all. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

const LF = 0x0a;
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
      expected: `at most ${maxBytes} bytes`,
    };
    return { text: undefined, findings: [finding] };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return { text: undefined, findings: [firstBadByte(file, bytes)] };
  if (text.trim() === '') return { text: undefined, findings: [{ rule: 'file-size', code: 'empty', file, offset: 0 }] };
  return { text, findings: [...encodingFindings(file, text), ...characterFindings(file, text)] };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line ends are single bytes in UTF-8, so the line that cannot be decoded is found line by line. */
function firstBadByte(file: string, bytes: Uint8Array): Finding {
  let start = 0;
  let before = '';
  while (start < bytes.length) {
    const end = bytes.indexOf(LF, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end + 1);
    const text = decodeUtf8(line);
    if (text === undefined) {
      const bad = badOffset(line);
      const prefix = decodeUtf8(line.subarray(0, bad)) ?? '';
      const found = `0x${(line[bad] ?? 0).toString(16).toUpperCase()}`;
      // The text up to the bad byte stands in for the file's text, so that the position can be counted.
      return {
        rule: 'file-encoding',
        code: 'utf8',
        file,
        offset: before.length + prefix.length,
        found,
        expected: 'UTF-8',
      };
    }
    before += text;
    start += line.length;
  }
  return { rule: 'file-encoding', code: 'utf8', file, offset: 0, expected: 'UTF-8' };
}

function badOffset(line: Uint8Array): number {
  let good = 0;
  for (let length = 1; length <= line.length; length++) {
    if (decodeUtf8(line.subarray(0, length)) !== undefined) good = length;
    else if (length - good >= 4) break;
  }
  return good;
}

function encodingFindings(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  if (text.startsWith('\ufeff'))
    findings.push({ rule: 'file-encoding', code: 'bom', file, offset: 0, found: 'U+FEFF', expected: 'no mark' });
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
