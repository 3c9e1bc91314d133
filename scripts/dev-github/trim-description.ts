import type { ApiDescription, OperationDescription, ParameterDescription } from './description.ts';
import type { OperationId } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** What explains a schema to people, and what no validator asks for. */
const UNNEEDED = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'deprecated',
  'default',
  'nullable',
  'discriminator',
]);
const REFERENCE = '#/components/';

/**
 * GitHub's published OpenAPI 3.0 description, cut down to some operations and to the schemas that they lead to. `nullable`, which JSON
 * Schema does not know, becomes the type `null`.
 * @throws where the description lacks an operation, or the result would be of another form than this program reads
 */
export function trimDescription(whole: Json, wanted: readonly OperationId[], source: string): ApiDescription {
  const named = new Map<string, { method: string; path: string; operation: Json }>();
  for (const [path, methods] of Object.entries(whole['paths'] as Json))
    for (const [method, operation] of Object.entries(methods as Json))
      named.set(String((operation as Json)['operationId']), { method, path, operation: operation as Json });
  const operations = wanted.map((id): OperationDescription => {
    const found = named.get(id);
    if (found === undefined) throw new Error(`The description has no operation ${id}.`);
    return { id, method: found.method.toUpperCase(), path: found.path, ...trimOperation(whole, found.operation) };
  });
  const info = whole['info'] as { title: string; version: string; license: { name: string } };
  return {
    title: info.title,
    version: info.version,
    license: info.license.name,
    source,
    operations,
    $defs: reachable(whole, operations),
  };
}

function trimOperation(whole: Json, operation: Json): Pick<OperationDescription, 'parameters' | 'body' | 'answers'> {
  const body = operation['requestBody'] as Json | undefined;
  return {
    parameters: ((operation['parameters'] ?? []) as Json[]).map((parameter): ParameterDescription => {
      const { name, in: place, required, schema } = resolve(whole, parameter);
      if (place !== 'path' && place !== 'query') throw new Error(`A parameter in ${String(place)} is not foreseen.`);
      return { name: String(name), in: place, required: required === true, schema: asJsonSchema(schema) as object };
    }),
    ...(body === undefined
      ? {}
      : { body: { required: body['required'] === true, schema: asJsonSchema(jsonOf(body)) as object } }),
    answers: Object.fromEntries(
      Object.entries(operation['responses'] as Json).map(([status, answer]) => {
        const schema = jsonOf(resolve(whole, answer as Json));
        return [status, schema === undefined ? null : (asJsonSchema(schema) as object)];
      }),
    ),
  };
}

/** The schema of the JSON form of a body; a schema that GitHub gives to several media types is found under the plain one. */
function jsonOf(body: Json): unknown {
  return ((body['content'] as Json | undefined)?.['application/json'] as Json | undefined)?.['schema'];
}

function resolve(whole: Json, value: Json): Json {
  const reference = value['$ref'];
  if (typeof reference !== 'string') return value;
  return reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], whole) as Json;
}

/** The same schema without explanations, with `null` where OpenAPI says `nullable`, and with references into `$defs`. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Json;
  if (typeof schema['$ref'] === 'string') return { $ref: definition(schema['$ref']) };
  const plain = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !UNNEEDED.has(key) && !key.startsWith('x-'))
      // Below `properties` stand names, of which one may be `title`.
      .map(([key, inner]) => [
        key,
        key === 'properties' ? mapValues(inner as Json, asJsonSchema) : key === 'enum' ? inner : asJsonSchema(inner),
      ]),
  );
  return schema['nullable'] === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

function definition(reference: string): string {
  return `#/$defs/${reference.slice(`${REFERENCE}schemas/`.length)}`;
}

function mapValues(object: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** The schemas that the operations refer to, those that these refer to, and so on. */
function reachable(whole: Json, operations: readonly OperationDescription[]): ApiDescription['$defs'] {
  const schemas = (whole['components'] as { schemas: Json }).schemas;
  const found = new Map<string, object>();
  const waiting = referencesIn(operations);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const schema = asJsonSchema(schemas[name]) as object;
    found.set(name, schema);
    waiting.push(...referencesIn(schema));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referencesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
