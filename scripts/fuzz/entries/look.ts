import assert from 'node:assert/strict';
import { checkRegistry } from '../../../src/rules/index.ts';
import { logo } from '../../../src/rules/logo.ts';
import { mdx } from '../../../src/rules/mdx.ts';
import { page } from '../../../src/rules/page.ts';
import type { Finding, RegistryRule } from '../../../src/rules/rule.ts';
import { theme } from '../../../src/rules/theme.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import { makeSite, type Site } from '../../../src/site/make-site.ts';
import { renderPageText } from '../../../src/site/page-text.ts';
import { themeSheet } from '../../../src/styles/derive.ts';
import { formatTheme, parseTheme } from '../../../src/styles/theme.ts';
import type { FuzzEntry } from '../entry.ts';
import { assertPlaced } from './findings.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';
import { PROSE_SIGNS } from './signs.ts';
import { textsOf } from './texts-fs.ts';

const FIXTURES = 'src/rules/fixtures/{theme,logo,page}/*';
const DECLARATIONS = [
  '--paper: light-dark(#ffffff, #101418);',
  '--ink:#111;',
  '--focus: #ffd900;',
  '--font-text: "Noto Sans", sans-serif;',
  '--logo: url("logo.svg");',
  '--banner: 6px solid #8a1538;',
  '--radius: .5rem;',
];
const CSS_SIGNS = [
  ...[':root', '{', '}', ':', ';', '/*', '*/', '"', "'", '\\', '\n', ' ', ',', '(', ')', '--', '#', '!important'],
  ...['@import ', 'url(', 'var(--ink)', 'light-dark(', 'https://example.org/', 'javascript:', '</style>', 'e9', 'px'],
];
const SVG_SIGNS = [
  ...['<svg', ' xmlns="http://www.w3.org/2000/svg"', ' width="20"', ' height="9"', '>', '/>', '</svg>', '<g', '</g>'],
  ...['<path d="M0 0z"', '<script', '<use href="#a"', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE svg', '<?x', '?>'],
  ...[' onload="x"', ' fill="url(#a)"', ' fill="url(x)"', '&amp;', '&nbsp;', '&', '"', "'", '=', ' ', '\n', 'x', 'ش'],
];
/** All that a theme may bring into a style sheet. */
const SHEET =
  /^(?::root \{|@media not print \{| {2}:root \{| {0,2}\}| {2,4}--[a-z-]+: [\p{L}\p{M}\p{N}#"(),./ _-]+;|)$/u;
const TAG =
  /<\/?(?:p|h[2-6]|ul|ol(?: start="\d+")?|li|strong|em|code|pre|blockquote|br|hr|del|table|thead|tbody|tr|t[hd](?: align="\w+")?|section(?: class="table-region" aria-label="[^"]*" tabindex="0")?|a(?: href="(?:https:\/\/|mailto:|\/en\/)[^"<>]*")?)>/g;

function findingsOf(rules: readonly RegistryRule[], part: Partial<Registry>): Finding[] {
  return checkRegistry({ ...fixtureRegistry(), ...part }, { today: FUZZ_DAY }, rules);
}

let site: Site | undefined;

/** What a copy says of its look, and its own pages: judged, and what passes made into what is published. */
export const LOOK_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'theme',
    about: 'the rule theme, parseTheme and themeSheet: a theme.css',
    starts: [...textsOf(`${FIXTURES}/theme.css`, 10), `:root { ${DECLARATIONS.join('\n')} }`],
    pieces: [...DECLARATIONS, ...CSS_SIGNS],
    longest: 400,
    check(given) {
      const css = given.toWellFormed();
      assertPlaced(findingsOf([theme], { theme: { file: 'f', css } }), 'f', css);
      const { values } = parseTheme(css);
      assert.deepEqual(parseTheme(formatTheme(values)).values, values);
      for (const line of themeSheet(values, '/logo.svg').split('\n')) assert.match(line, SHEET);
    },
  },
  {
    name: 'logo',
    about: 'the rule logo: an SVG',
    starts: textsOf(`${FIXTURES}/logo.svg`, 10),
    pieces: SVG_SIGNS,
    longest: 400,
    check(given) {
      const svg = given.toWellFormed();
      const findings = findingsOf([logo], { logos: [{ file: 'f', svg }] });
      assertPlaced(findings, 'f', svg);
      if (findings.length === 0) assert.doesNotMatch(markupOf(svg), /<script|onload|href|DOCTYPE/);
    },
  },
  {
    name: 'own-page',
    about: 'the rules mdx and page, and renderPageText: a page of a copy’s own',
    starts: textsOf(`${FIXTURES}/pages/*/*.mdx`, 10).map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')),
    pieces: [...PROSE_SIGNS, '## ', '[x](/projects/)', '<mailto:a@example.org>', '| a |\n| - |\n'],
    longest: 64,
    check(given) {
      const body = given.toWellFormed();
      const pages = [{ file: 'f', language: 'en', name: 'x', body, bodyOffset: 0 }];
      const findings = findingsOf([mdx, page], { pages });
      assertPlaced(findings, 'f', body);
      if (findings.length > 0) return;
      site ??= makeSite(fixtureRegistry());
      const html = renderPageText(body, 'en', site);
      assert(!html.replace(TAG, '').includes('<'), html);
    },
  },
];

/** The tags of an XML text with the names of their attributes: neither comments nor texts nor values. */
function markupOf(xml: string): string {
  const tags = xml.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g) ?? [];
  return tags.map((tag) => tag.replace(/"[^"]*"|'[^']*'/g, '""')).join('\n');
}
