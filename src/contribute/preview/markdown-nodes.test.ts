import type { ComponentChild, VNode } from 'preact';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../site/markdown.ts';
import { markdownNodes } from './markdown-nodes.ts';

/** HTML of nodes, as a page would have it. */
function htmlOf(node: ComponentChild): string {
  if (typeof node === 'string') return node.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
  const { type, props } = node as VNode<{ children?: ComponentChild | ComponentChild[]; href?: string }>;
  const inner = [props.children ?? []].flat().map(htmlOf).join('');
  const href = props.href === undefined ? '' : ` href="${props.href.replaceAll('&', '&#x26;')}"`;
  return type === 'br' ? '<br>' : `<${String(type)}${href}>${inner}</${String(type)}>`;
}

/** White space between elements is not seen. */
const seen = (html: string) =>
  html
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|ul|ol|li|pre|blockquote|br)>) ?/g, '$1')
    .trim();
const drawn = (text: string) => seen(markdownNodes(text).map(htmlOf).join(''));

const TEXTS = [
  'One\ntwo  \nthree\\\nfour\n\nfive **strong *both*** ~~gone~~ `a  <b>` & < >',
  '- a\n- b\n  - c\n\n    d\n- [x] done\n\n1. one\n\n2. two\n   > quoted\n   > - in it\n\n```js\nlet x = "<b>";\n```\n\n    code\n',
  '[a](https://example.org/?a=1&b=2 "t") <https://example.org/> https://example.org/x www.example.org a@example.org',
  '[full][A b] [collapsed][] [short] [none]\n\n[a B]: https://example.org/1\n[collapsed]: https://example.org/2\n[short]: https://example.org/3\n[short]: https://example.org/4',
  'an [unsafe](javascript:alert(1)) [http](http://example.org/) link',
  '# Head *line*\n\nText\n***\n<b>html</b> <script>x</script>\n\n<div>block</div>\n\n![picture](https://example.org/a.png) &amp; &copy; \\*',
  '# One\n# Two\n- # Three\n  four\n\n| a | b |\n| - | - |\n| c | d |\n',
  '> *a*\n\n```\n```\n\n* * *\n\n0) zero\n1) one',
];

test.each(TEXTS)('a text is drawn as its page renders it: %j', (text) => {
  expect(drawn(text)).toBe(seen(renderMarkdown(text)));
});
