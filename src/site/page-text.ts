import type { Nodes, PhrasingContent, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { formatList } from '../i18n/format.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import { parseMdx } from '../rules/mdx.ts';
import type { Kind } from '../schema/kinds.ts';
import { isPageLink, sitePath } from '../schema/page-link.ts';
import type { Site } from './make-site.ts';
import { nameIn } from './names.ts';
import { isPaged, recordPath } from './record-links.ts';

/** Nothing of a page is ever run as a program: its checked tree becomes HTML, and what is no part of a text is left out a second time. */
const processor = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    tagNames:
      'p h2 h3 h4 h5 h6 ul ol li strong em code pre blockquote a br hr del table thead tbody tr th td span'.split(' '),
    attributes: { a: ['href', 'lang', 'dir'], ol: ['start'], th: ['align'], td: ['align'] },
    protocols: { href: ['https', 'mailto'] },
  })
  .use(rehypeStringify);

type Html = ReturnType<typeof processor.runSync>['children'][number];
type Element = Extract<Html, { type: 'element' }>;

/** The text of a page of the copy's own as HTML. `lang`: its language, in which its links lead on. */
export function renderPageText(body: string, lang: string, site: Site): string {
  const offered = site.languages.includes(lang) ? lang : (site.languages[0] ?? lang);
  const tree = parseMdx(body);
  withLinks(tree, offered, site);
  const html = processor.runSync(tree);
  html.children = html.children.map((node) => inRegion(node, lang));
  return processor.stringify(html);
}

/** Makes links of the site's own paths whole, and links of components; takes out what else MDX knows. */
function withLinks(node: Nodes, lang: string, site: Site): void {
  if (node.type === 'link' || node.type === 'definition') {
    const path = sitePath(node.url);
    if (path !== undefined) node.url = site.href(lang, path === '' ? '' : `${path}/`);
    else if (!isPageLink(node.url)) node.url = '#';
  }
  if (!('children' in node)) return;
  const children = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'mdxJsxFlowElement') return [{ type: 'paragraph', children: [recordLink(child, lang, site)] }];
    if (child.type === 'mdxJsxTextElement') return [recordLink(child, lang, site)];
    return /^mdx/.test(child.type) ? [] : [child];
  });
  for (const child of children) withLinks(child, lang, site);
  (node as Root).children = children as Root['children'];
}

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The record that a component names, by its name in the language, or by the words between its tags. */
function recordLink({ name, attributes, children }: Component, lang: string, site: Site): PhrasingContent {
  const id = String(attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')?.value ?? '');
  const kind = (name ?? '').toLowerCase() as Kind;
  const { records } = site.registry;
  const record =
    records.find((each) => each.kind === kind && each.id === id) ??
    records.find((each) => each.kind === kind && each.data.formerIds?.includes(id) === true);
  if (!isPaged(record)) return { type: 'text', value: id };
  const { text, lang: foreign } = nameIn(record.data.name, lang, site.languages);
  const words = children.length > 0 ? (children as PhrasingContent[]) : [{ type: 'text' as const, value: text }];
  const data =
    foreign === undefined || children.length > 0 ? {} : { data: { hProperties: { ...languageAttributes(foreign) } } };
  // A path of the site, which becomes whole as those that the text has.
  const url = `/${recordPath(record)}`;
  return { type: 'strong', children: [{ type: 'link', url, children: words, ...data }] };
}

/** A wide table scrolls by itself, and by keyboard; its name is what stands in its head. */
function inRegion(node: Html, lang: string): Html {
  if (node.type !== 'element' || node.tagName !== 'table') return node;
  const ariaLabel = formatList(headsOf(node).map(textOf), lang);
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['table-region'], ariaLabel, tabIndex: 0 },
    children: [node],
  };
}

function headsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'th' ? [child] : headsOf(child);
  });
}

function textOf(node: Html): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
