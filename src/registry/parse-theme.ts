import { phrase } from '../rules/phrase.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import type { LogoFile } from '../schema/theme.ts';
import { decodeText } from './bytes.ts';
import type { ParsedFile } from './parse.ts';

/** The text of `theme.css`; the rule `theme` reads it. */
export function parseThemeFile(file: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decodeText(file, bytes);
  return { data: findings.length > 0 ? undefined : text, findings };
}

/** What the rule `logo` judges of a picture: the text of an SVG, the size that a PNG states. */
export function parseLogoFile(file: string, format: 'svg' | 'png', bytes: Uint8Array): ParsedFile {
  if (format === 'svg') {
    const { text, findings } = decodeText(file, bytes);
    return { data: text === undefined || findings.length > 0 ? undefined : { svg: text }, findings };
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const expected = phrase('bytesAtMost', { count: MAX_FILE_BYTES });
    const values = { bytes: bytes.length };
    return { data: undefined, findings: [{ rule: 'file-size', code: 'large', file, offset: 0, values, expected }] };
  }
  const size = pngSize(bytes);
  return { data: (size === undefined ? {} : { size }) satisfies Omit<LogoFile, 'file'>, findings: [] };
}

/** Signature, then the length and the name of the first chunk: https://www.w3.org/TR/png-3/#5DataRep */
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** Width and height from the first chunk of a PNG. */
function pngSize(bytes: Uint8Array): LogoFile['size'] {
  if (bytes.length < 24 || PNG_HEAD.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
