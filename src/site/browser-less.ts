/** A node of the tree that Vite's parser makes of a module. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** A module without what no browser needs; `undefined` where it stays as it is. `parse` reads JavaScript. */
export function lessOf(code: string, id: string, parse: (code: string) => Node): string | undefined {
  if (/\/src\/schema\/[\w-]+\.ts$/.test(id)) return without(code, helpTexts(parse(code)));
  if (/\/src\/rules\/[\w-]+\.ts$/.test(id)) return without(code, reasons(parse(code)));
  return undefined;
}

/** `description` in what a schema's `.meta()` is given. */
function helpTexts(tree: Node): Cut[] {
  const calls = everyNode(tree).filter(
    ({ type, callee }) => type === 'CallExpression' && nameOf(callee, 'property') === 'meta',
  );
  return calls.flatMap((call) => propertiesOf((call['arguments'] as Node[])[0], ['description']));
}

/** `title` and `why` in the `doc` of a rule; `mend` is a remedy that the form may say. */
function reasons(tree: Node): Cut[] {
  const docs = everyNode(tree).filter((node) => node.type === 'Property' && nameOf(node, 'key') === 'doc');
  return docs.flatMap((doc) => propertiesOf(doc['value'], ['title', 'why']));
}

function propertiesOf(object: unknown, names: readonly string[]): Node[] {
  const properties = (object as { properties?: Node[] } | undefined)?.properties ?? [];
  return properties.filter((property) => names.includes(nameOf(property, 'key') ?? ''));
}

function nameOf(node: unknown, key: string): string | undefined {
  return (node as Record<string, { name?: string } | undefined> | null | undefined)?.[key]?.name;
}

function everyNode(node: Node): Node[] {
  const inner = Object.values(node).flat().filter(isNode);
  return [node, ...inner.flatMap(everyNode)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The text without some properties and the commas behind them. */
function without(code: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
}
