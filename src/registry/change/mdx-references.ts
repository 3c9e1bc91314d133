import type { Nodes } from 'mdast';
import { COMPONENTS, parseMdx } from '../../rules/mdx.ts';

export interface MdxReference {
  /** The kind that the component shows: `Project` a project. */
  readonly kind: string;
  readonly id: string;
  /** Where the attribute stands in the text, `id="ca/gc-notify"`. */
  readonly start: number;
  readonly end: number;
}

/** The records that components in an MDX text name, by their parsed places; `undefined` where the text is no MDX. */
export function mdxReferences(body: string): MdxReference[] | undefined {
  try {
    return referencesIn(parseMdx(body));
  } catch {
    // The rule `mdx` says what is wrong with it.
    return undefined;
  }
}

function referencesIn(node: Nodes): MdxReference[] {
  const found: MdxReference[] = [];
  if (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    Object.hasOwn(COMPONENTS, node.name ?? '')
  ) {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id' || typeof attribute.value !== 'string')
        continue;
      const { start, end } = attribute.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) continue;
      const kind = (node.name ?? '').toLowerCase();
      found.push({ kind, id: attribute.value, start: start.offset, end: end.offset });
    }
  }
  if ('children' in node) for (const child of node.children) found.push(...referencesIn(child));
  return found;
}
