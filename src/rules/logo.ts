import type { LogoFile } from '../schema/theme.ts';
import { phrase } from './phrase.ts';
import { type RegistryRule, type Report, shown } from './rule.ts';
import { svgFaults } from './svg.ts';

/** The picture stands in a line beside the name of the copy, on phones, too. */
const MAX_WIDTH = 240;
const MAX_HEIGHT = 64;

export const logo: RegistryRule = {
  id: 'logo',
  severity: 'error',
  doc: {
    title: 'The logo is a small picture and nothing else',
    why: 'An SVG is a document that can run code and load from elsewhere when somebody opens it by itself.',
    mend: 'Export the logo as plain SVG with paths instead of text, in the size in which it is shown, or as PNG.',
  },
  messages: {
    png: 'This is not a PNG picture.',
    large: 'The logo is {width} by {height} pixels.',
    size: 'The SVG does not say its width and height in pixels.',
    xml: 'This is not XML; its reader says: “{problem}”.',
    element: 'The element “{name}” is not one of a plain picture.',
    attribute: 'The attribute “{name}” is not one of a plain picture.',
    value: 'The value of “{name}” leads out of the picture.',
    other: 'Only elements and comments may stand in the picture.',
  },
  hints: {
    png: 'Save the picture as PNG again, or remove the file.',
    large: 'Save it smaller; the site shows it at its own size.',
    size: 'Write them on the first element, as width="120" height="32".',
    value: 'Name a part of the picture, as url(#name).',
    other: 'Take it out: a DOCTYPE, CDATA and instructions are not needed.',
  },
  check({ logos = [] }, report) {
    for (const each of logos) judgeLogo(each, report);
  },
};

/** What in one picture is more than a small picture. */
export function judgeLogo({ file, svg, size }: LogoFile, report: Report): void {
  if (svg !== undefined) reportSvg(file, svg, report);
  else if (size === undefined) report({ code: 'png', file, offset: 0 });
  else reportSize(file, size, report);
}

function reportSvg(file: string, svg: string, report: Report) {
  const { faults, size, offset } = svgFaults(svg);
  for (const fault of faults) report({ file, ...fault });
  if (size === undefined) report({ code: 'size', file, offset });
  else reportSize(file, size, report, offset);
}

function reportSize(file: string, { width, height }: NonNullable<LogoFile['size']>, report: Report, offset = 0) {
  if (width <= MAX_WIDTH && height <= MAX_HEIGHT) return;
  const expected = phrase('pixelsAtMost', { width: MAX_WIDTH, height: MAX_HEIGHT });
  report({ code: 'large', file, offset, values: { width, height }, found: shown(`${width} × ${height}`), expected });
}
