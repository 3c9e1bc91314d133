import type { ViteUserConfig } from 'astro';
import { iso31661, iso31661Reserved, iso31662 } from 'iso-3166';

/** A node of the tree that Vite's parser makes of a module. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Countries and their parts are two modules: the second is the longer one, and wanted by few. */
const COUNTRIES = '\0iso-3166-countries';
const PARTS = '\0iso-3166-parts';
const BOTH = '\0iso-3166-codes';

/**
 * Leaves out of what browsers load what only programs in Node read: names of countries and their parts, of which the rules ask the codes;
 * help texts of the data model and the reasons of rules, which the page has in its own language; zod's writer of JSON Schemas.
 */
export function browserBuild(): NonNullable<NonNullable<ViteUserConfig['plugins']>[number]> {
  return {
    name: 'browser-build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: {
      order: 'pre',
      handler(id: string) {
        const codes = id === 'iso-3166' ? BOTH : id;
        return codes in CODES ? { id: codes, moduleSideEffects: false } : undefined;
      },
    },
    load: (id: string) => CODES[id]?.(),
    transform(code: string, id: string) {
      const less = lessOf(code, id, (text) => this.parse(text) as unknown as Node);
      return less === undefined ? undefined : { code: less, map: null };
    },
  };
}

/** A module without what no browser needs; `undefined` where it stays as it is. `parse` reads JavaScript. */
export function lessOf(code: string, id: string, parse: (code: string) => Node): string | undefined {
  if (/\/zod\/v4\/classic\/schemas\.js$/.test(id)) return withoutJsonSchema(code);
  if (/\/src\/schema\/[\w-]+\.ts$/.test(id)) return without(code, helpTexts(parse(code)));
  if (/\/src\/rules\/[\w-]+\.ts$/.test(id)) return without(code, reasons(parse(code)));
  return undefined;
}

/** What the rules ask of the package `iso-3166`, in the shape in which it says it. */
const CODES: Readonly<Record<string, () => string>> = {
  [BOTH]: () => `export * from '${COUNTRIES}'; export * from '${PARTS}';`,
  [COUNTRIES]: countryCodes,
  [PARTS]: partCodes,
};

/** A module with the codes of countries. */
export function countryCodes(): string {
  const countries = iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2);
  const reserved = iso31661Reserved.map(({ alpha2 }) => alpha2);
  return `export const iso31661 = '${countries.join(' ')}'.split(' ').map((alpha2) => ({ state: 'assigned', alpha2 }));
export const iso31661Reserved = '${reserved.join(' ')}'.split(' ').map((alpha2) => ({ alpha2 }));`;
}

/** A module with the codes of the parts of countries. */
export function partCodes(): string {
  const codes = iso31662.map(({ code }) => code.split('-') as [string, string]);
  const byCountry = [...Map.groupBy(codes, ([country]) => country)];
  const lines = byCountry.map(([country, parts]) => [country, ...parts.map(([, ending]) => ending)].join(' '));
  return `export const iso31662 = '${lines.join(',')}'.split(',').flatMap((line) => {
  const [country, ...endings] = line.split(' ');
  return endings.map((ending) => ({ code: country + '-' + ending }));
});`;
}

/** The schemas check as before: what writes them as JSON Schema is a method that nothing in a browser calls. */
function withoutJsonSchema(code: string): string {
  return code
    .replaceAll(/^ *inst\._zod\.processJSONSchema = .*=> processors\.\w+\(inst, ctx, json, params\);$/gm, '')
    .replaceAll(/createStandardJSONSchemaMethod\(this, "(?:in|out)put"\)/g, 'undefined')
    .replace('return createToJSONSchemaMethod(this, {})(params);', 'throw new Error("no JSON Schema here");');
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
  return (node as Record<string, { name?: string } | undefined>)[key]?.name;
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
