import { describe, expect, test } from 'vitest';
import { processorTime } from '../registry/fixtures/processor-time.ts';
import { svgFaults } from './svg.ts';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" ${more}>${inside}</svg>`;
const codes = (text: string) => svgFaults(text).faults.map(({ code }) => code);

describe('an SVG', () => {
  test.each([
    svg('<path d="M0 0L1,1z" fill="#fff" stroke="rgb(1, 2, 3)" transform="translate(1 2) rotate(-4.5)"/>'),
    svg(
      '<defs><linearGradient id="a-b"><stop offset="50%" stop-color="red"/></linearGradient></defs><g fill="url(#a-b)"/>',
    ),
    svg(
      '<title>وزارة &amp; 省</title><desc>Two: parts</desc><!-- a --><g aria-hidden="true"/>',
      'role="img" viewBox="0 0 2 1"',
    ),
    `<?xml version="1.0"?>\n${svg('<circle r="1"/>')}\n`,
  ])('is a picture: %s', (text) => {
    expect(svgFaults(text)).toMatchObject({ faults: [], size: { width: 20, height: 10 } });
  });

  test.each([
    [svg('<script>alert(1)</script>'), ['element']],
    [svg('<SCRIPT/>'), ['element']],
    [svg('<path d="M4 <script"/>'), ['value']],
    [svg('<a href="javascript:alert(1)"/>'), ['element', 'attribute']],
    [svg('', 'onload="alert(1)"'), ['attribute']],
    [svg('<g style="fill:url(https://evil.example/)"/>'), ['attribute']],
    [svg('<style>@import "x"</style>'), ['element']],
    [
      svg('<image href="x.png"/><use href="#a"/><foreignObject/><animate/><set/>'),
      ['element', 'attribute', 'element', 'attribute', 'element', 'element', 'element'],
    ],
    [
      svg('<g fill="url(logo.png)"/><g fill="URL( &quot;x&quot; )"/><g fill="u\\72l(x)"/>'),
      ['value', 'value', 'value'],
    ],
    [svg('<g xlink:href="#a"/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"'), ['attribute', 'attribute']],
    [svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>'), ['element', 'attribute']],
    [svg('<svg/>'), ['element']],
    [svg('<![CDATA[x]]><?php x ?>'), ['other', 'other']],
    [`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('')}`, ['other']],
    [svg('').replace('2000/svg', '1999/xhtml'), ['value']],
    ['<html xmlns="http://www.w3.org/2000/svg"/>', ['element']],
    [svg('<title>&nbsp;</title>'), ['xml']],
    [svg('<g>'), ['xml']],
    ['not xml', ['xml']],
    ['', []],
  ])('is more, or less: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(expected.length > 0 || svgFaults(text).size === undefined).toBe(true);
  });

  test('is read in a moment, and not to the end of all faults', () => {
    for (const piece of ['<', '<g>', '<g a="', '&', '<!--', '<![CDATA[', 'x="url"', '<g a="1" b="2"/>', '\n']) {
      const { result, ms } = processorTime(() => codes(svg(piece.repeat(4000))));
      expect(result.length).toBeLessThan(21);
      expect(ms, piece).toBeLessThan(2000);
    }
  });
});
