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
  if (/\/zod\/v4\/classic\/schemas\.js$/.test(id)) return lessZod(code, parse);
  if (/\/src\/schema\/[\w-]+\.ts$/.test(id)) return without(code, helpTexts(parse(code)));
  if (/\/src\/rules\/[\w-]+\.ts$/.test(id)) return without(code, reasons(parse(code)));
  return undefined;
}

/**
 * Methods of zod's schemas that no schema of ours is made with, and nothing here calls, which a test asserts. A bundler keeps all methods of
 * an object that it keeps, and with them the schemas that they make: of some twenty notations for a text, as an example.
 */
export const UNCALLED: readonly string[] = [
  ...[
    'and',
    'catchall',
    'default',
    'exactOptional',
    'exactPartial',
    'keyof',
    'nullable',
    'nullish',
    'overwrite',
    'pipe',
  ],
  ...['prefault', 'readonly', 'superRefine', 'transform'],
  ...['decodeAsync', 'encodeAsync', 'parseAsync', 'safeDecode', 'safeDecodeAsync', 'safeEncode', 'safeEncodeAsync'],
  ...['validate', 'validateAsync'],
  ...[
    'base64',
    'base64url',
    'cidrv4',
    'cidrv6',
    'cuid',
    'cuid2',
    'duration',
    'e164',
    'emoji',
    'guid',
    'ipv4',
    'ipv6',
    'jwt',
  ],
  ...['ksuid', 'nanoid', 'ulid', 'uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'xid'],
];

/** Its schemas check as before; what writes them as JSON Schema are methods that nothing in a browser calls either. */
function lessZod(code: string, parse: (code: string) => Node): string {
  const written = code
    .replaceAll(/^ *inst\._zod\.processJSONSchema = .*=> processors\.\w+\(inst, ctx, json, params\);$/gm, '')
    .replaceAll(/createStandardJSONSchemaMethod\(this, "(?:in|out)put"\)/g, 'undefined')
    .replace('return createToJSONSchemaMethod(this, {})(params);', 'throw new Error("no JSON Schema here");');
  const made = everyNode(parse(written)).filter((node) => nameOf(node['callee'], 'property') === '$constructor');
  return without(
    written,
    made.flatMap((call) => propertiesOf((call['arguments'] as Node[])[2], UNCALLED)),
  );
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
