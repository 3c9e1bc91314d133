/**
 * Makes the three font files of the site from the Fontsource packages: `npm run fonts`.
 * Run by hand when a package or the character set changes; the files are committed, so a build needs no font tool.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ROOT = new URL('../', import.meta.url);

/** Code point ranges, both ends included: what English, French and their neighbours are set in. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153], // Œ œ
  [0x178, 0x178], // Ÿ
  [0x2013, 0x2014], // dashes
  [0x2018, 0x201a], // single quotation marks
  [0x201c, 0x201e], // double quotation marks
  [0x2026, 0x2026], // ellipsis
  [0x202f, 0x202f], // narrow no-break space
  [0x2039, 0x203a], // angle quotation marks
  [0x20ac, 0x20ac], // euro sign
];

const CHARACTERS = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join('');

/** Kerning and tabular numerals only; hinting and the style-linking table serve no browser. */
const OPTIONS = { keepFeatures: ['kern', 'tnum'], noHinting: true, dropTables: ['STAT'] };

interface FontSource {
  /** Name of the file in `public/fonts/`. */
  readonly output: string;
  /** Path under `node_modules/`. */
  readonly input: string;
  /** A reserved font name (SIL OFL 1.1, condition 3) and its replacement of the same length. */
  readonly rename?: readonly [reserved: string, replacement: string];
}

export const FONTS: readonly FontSource[] = [
  {
    output: 'ledger-serif-600.woff2',
    input: '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
    rename: ['Source', 'Ledger'],
  },
  {
    output: 'atkinson-400.woff2',
    input: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
  },
  {
    output: 'atkinson-700.woff2',
    input: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
  },
];

/** The bytes of one subset font, woff2. Same bytes for the same package version. */
export async function buildFont(font: FontSource): Promise<Uint8Array> {
  const original = await readFile(new URL(`node_modules/${font.input}`, ROOT));
  if (!font.rename) return subsetFont(original, CHARACTERS, { ...OPTIONS, targetFormat: 'woff2' });
  const plain = await subsetFont(original, CHARACTERS, { ...OPTIONS, targetFormat: 'truetype' });
  const renamed = renameFont(plain, ...font.rename);
  return subsetFont(renamed, CHARACTERS, { ...OPTIONS, targetFormat: 'woff2' });
}

/** Replaces `reserved` in every name of a TrueType file but the copyright notice (OpenType `name` table, id 0). */
function renameFont(font: Buffer, reserved: string, replacement: string): Buffer {
  if (reserved.length !== replacement.length) throw new Error('a reserved name is replaced by one of the same length');
  const renamed = Buffer.from(font);
  const tableCount = font.readUInt16BE(4);
  const record = Array.from({ length: tableCount }, (_, index) => 12 + 16 * index).find(
    (offset) => font.toString('latin1', offset, offset + 4) === 'name',
  );
  if (record === undefined) throw new Error('the font has no name table');
  const table = font.readUInt32BE(record + 8);
  const strings = table + font.readUInt16BE(table + 4);
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const name = table + 6 + 12 * index;
    if (font.readUInt16BE(name + 6) === 0) continue;
    const start = strings + font.readUInt16BE(name + 10);
    const end = start + font.readUInt16BE(name + 8);
    for (const encoding of ['latin1', 'utf16be'] as const) {
      const at = font.subarray(start, end).indexOf(encode(reserved, encoding));
      if (at >= 0) encode(replacement, encoding).copy(renamed, start + at);
    }
  }
  return renamed;
}

function encode(text: string, encoding: 'latin1' | 'utf16be'): Buffer {
  return encoding === 'latin1' ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le').swap16();
}

async function main(): Promise<number> {
  for (const font of FONTS) {
    const bytes = await buildFont(font);
    await writeFile(new URL(`public/fonts/${font.output}`, ROOT), bytes);
    console.log(`${font.output}  ${bytes.byteLength} bytes`);
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
