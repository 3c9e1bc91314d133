import type { Definition, List, ListItem, Nodes, Parents } from 'mdast';
import { type ComponentChild, h } from 'preact';
import { parseMarkdown } from '../../rules/markdown-tree.ts';
import { isSafeHttpsUrl } from '../../schema/safe-url.ts';

/**
 * A description as nodes of the page: the same elements as `renderMarkdown` of src/site makes, which a test holds it to, without the programs
 * that make and clean HTML. Only elements that are named here are made, and all text stays text.
 */
export function markdownNodes(text: string): ComponentChild[] {
  const tree = parseMarkdown(text);
  const definitions = new Map<string, Definition>();
  collect(tree, definitions);
  return childrenOf(tree, definitions);
}

type Definitions = Map<string, Definition>;

/** Of several definitions of one name, the first holds. */
function collect(node: Nodes, found: Definitions): void {
  if (node.type === 'definition' && !found.has(nameOf(node))) found.set(nameOf(node), node);
  if ('children' in node) for (const child of node.children) collect(child, found);
}

function nameOf({ identifier }: { readonly identifier: string }): string {
  return identifier.toUpperCase();
}

const ELEMENTS: Partial<Readonly<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  blockquote: 'blockquote',
};

function childrenOf(node: Parents, definitions: Definitions): ComponentChild[] {
  return node.children.flatMap((child) => drawn(child, definitions));
}

function drawn(node: Nodes, definitions: Definitions): ComponentChild[] {
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'inlineCode':
      return [h('code', null, node.value.replaceAll('\n', ' '))];
    case 'code':
      return [h('pre', null, h('code', null, node.value === '' ? '' : `${node.value}\n`))];
    case 'break':
      return [h('br', null), '\n'];
    case 'list':
      return [drawnList(node, definitions)];
    case 'link':
      return [link(node.url, childrenOf(node, definitions))];
    case 'linkReference':
      return [link(definitions.get(nameOf(node))?.url ?? '', childrenOf(node, definitions))];
    default: {
      if (!('children' in node)) return [];
      const children = childrenOf(node, definitions);
      const name = ELEMENTS[node.type];
      // What no description may have leaves its text, as a heading or a cell of a table does, apart from the next one's.
      return name === undefined ? [...children, '\n'] : [h(name, null, ...children)];
    }
  }
}

function link(url: string, children: ComponentChild[]): ComponentChild {
  return h('a', isSafeHttpsUrl(url) ? { href: url } : null, ...children);
}

function drawnList(list: List, definitions: Definitions): ComponentChild {
  const isLoose = list.spread === true || list.children.some(isSpread);
  const items = list.children.map((item) =>
    h(
      'li',
      null,
      ...item.children.flatMap((child) => {
        // The paragraphs of a list without blank lines are none.
        return child.type === 'paragraph' && !isLoose ? childrenOf(child, definitions) : drawn(child, definitions);
      }),
    ),
  );
  return h(list.ordered === true ? 'ol' : 'ul', null, ...items);
}

function isSpread({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}
