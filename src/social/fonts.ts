import atkinson from '@fontsource/atkinson-hyperlegible-next/unicode.json' with { type: 'json' };
import naskh from '@fontsource/noto-naskh-arabic/unicode.json' with { type: 'json' };
import serif from '@fontsource/source-serif-4/unicode.json' with { type: 'json' };

type Range = [first: number, last: number];

/** One file of a font: some scripts in one weight. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  /** Path below the installed packages. */
  readonly file: string;
  /** Code points that it writes, both ends included. */
  readonly ranges: readonly Range[];
}

function filesOf(family: string, name: string, weight: number, scripts: Readonly<Record<string, string>>): FontFile[] {
  return Object.entries(scripts).map(([script, ranges]) => ({
    family,
    weight,
    file: `@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff2`,
    ranges: ranges.split(',').map((range): Range => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    }),
  }));
}

/** The families, as the layout names them. */
export const HEADING = 'Heading';
export const TEXT = 'Text';
export const ARABIC = 'Arabic';

export const FONT_FILES: readonly FontFile[] = [
  ...filesOf(HEADING, 'source-serif-4', 600, serif),
  ...filesOf(TEXT, 'atkinson-hyperlegible-next', 400, atkinson),
  ...filesOf(TEXT, 'atkinson-hyperlegible-next', 700, atkinson),
  ...filesOf(ARABIC, 'noto-naskh-arabic', 600, { arabic: naskh.arabic }),
];

const RANGES: readonly Range[] = FONT_FILES.flatMap(({ ranges }) => ranges);

/** True where the fonts can write every character. Chinese, Japanese, Korean and more need megabytes of fonts each: nobody downloads them for a picture. */
export function isWritable(text: string): boolean {
  return [...text].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return RANGES.some(([first, last]) => point >= first && point <= last);
  });
}
