import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDescription, OperationDescription, ParameterDescription } from './description.ts';

/** A request, taken apart as far as an operation needs. */
export interface MatchedRequest {
  readonly operation: OperationDescription;
  /** From the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** What GitHub's description says of requests and answers. */
export interface ApiContract {
  readonly match: (method: string, path: string) => MatchedRequest | undefined;
  /** What is wrong with a request, a sentence each; none where nothing is. */
  readonly requestFaults: (matched: MatchedRequest, query: URLSearchParams, body: unknown) => string[];
  readonly answerFaults: (operation: OperationDescription, status: number, body: unknown) => string[];
}

let loaded: ApiContract | undefined;

/** Reads `github-api.json`, once. The schemas are compiled as they are needed: all of them take a second. */
export function loadApiContract(): ApiContract {
  loaded ??= readApiContract();
  return loaded;
}

function readApiContract(): ApiContract {
  const description = JSON.parse(readFileSync(new URL('github-api.json', import.meta.url), 'utf8')) as ApiDescription;
  // The description has key words of its own, and formats that only GitHub knows.
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'github', $defs: description.$defs });
  const compiled = new Map<object, ValidateFunction>();
  const faults = (schema: object, value: unknown, what: string): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(absolute(schema));
    compiled.set(schema, validate);
    return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors, { dataVar: 'value' })}`];
  };
  const routes = description.operations
    .map((operation) => ({ operation, pattern: patternOf(operation.path) }))
    // The longest path first: `commits/{ref}` would also take `commits/{ref}/status`.
    .sort((a, b) => b.operation.path.split('/').length - a.operation.path.split('/').length);
  return {
    match: (method, path) => {
      for (const { operation, pattern } of routes) {
        const found = operation.method === method ? pattern.exec(path) : null;
        // A path without parameters has no groups.
        if (found !== null) return { operation, path: decoded(found.groups ?? {}) };
      }
      return undefined;
    },
    requestFaults: ({ operation, path }, query, body) => [
      ...operation.parameters.flatMap((parameter) => parameterFaults(parameter, path, query, faults)),
      ...unknownNames(
        'query',
        [...query.keys()],
        operation.parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : [])),
      ),
      ...bodyFaults(operation, body, faults),
    ],
    answerFaults: ({ answers, id }, status, body) => {
      const schema = answers[String(status)];
      if (schema === undefined) return [`${id} is not described to answer ${status}`];
      // Of errors the description often names the status alone; GitHub always says why.
      if (schema === null)
        return body === undefined || status >= 400 ? [] : [`${id} is described to answer ${status} without a body`];
      return faults(schema as object, body, `answer ${status} of ${id}`);
    },
  };
}

type Faults = (schema: object, value: unknown, what: string) => string[];

function parameterFaults(
  { name, in: place, required, schema }: ParameterDescription,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  faults: Faults,
): string[] {
  const text = place === 'path' ? path[name] : (query.get(name) ?? undefined);
  if (text === undefined) return required ? [`${place} parameter ${name} is missing`] : [];
  const { type } = schema as { type?: string };
  return faults(
    schema as object,
    type === 'integer' ? Number(text) : type === 'boolean' ? text === 'true' : text,
    `${place} parameter ${name}`,
  );
}

function bodyFaults({ id, body: described }: OperationDescription, body: unknown, faults: Faults): string[] {
  if (described === undefined) return body === undefined ? [] : [`${id} takes no body`];
  if (body === undefined) return described.required ? [`${id} needs a body`] : [];
  const known = propertiesOf(described.schema as object);
  return [
    ...faults(described.schema as object, body, `body of ${id}`),
    // GitHub ignores what it does not know; here it is a mistake of ours.
    ...unknownNames('body', typeof body === 'object' && body !== null ? Object.keys(body) : [], known),
  ];
}

function unknownNames(place: string, names: readonly string[], known: readonly string[]): string[] {
  return names.filter((name) => !known.includes(name)).map((name) => `${place} has ${name}, which is not described`);
}

/** The names of a body's fields, in whichever of its alternatives. */
function propertiesOf(schema: object): string[] {
  const { properties, anyOf, oneOf } = schema as { properties?: object; anyOf?: object[]; oneOf?: object[] };
  return [...Object.keys(properties ?? {}), ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap(propertiesOf)];
}

/** References from within `github`, where the shared schemas are. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"github#/$defs/')) as object;
}

/** A path of the API as a pattern; a branch's name or a file's path may hold slashes. */
function patternOf(path: string): RegExp {
  const source = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => `(?<${name}>${name === 'ref' || name === 'path' ? '.+' : '[^/]+'})`,
  );
  return new RegExp(`^${source}$`);
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
