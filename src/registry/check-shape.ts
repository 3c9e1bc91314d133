import { z } from 'zod';
import { didYouMean, surely } from '../rules/nearest.ts';
import { anyOf, expectedWords, fieldName, type Phrase, phrase, type Words } from '../rules/phrase.ts';
import { type DataPath, type Finding, type Fix, shown } from '../rules/rule.ts';
import { EXPECTED } from '../schema/expected.ts';
import { metaOf, schemasAt } from '../schema/field-meta.ts';
import { unsafeUrlReason } from '../schema/safe-url.ts';
import { expectedAt } from './expected-value.ts';
import { repairedTag, repairedText } from './repair.ts';

type ZodIssue = z.core.$ZodIssue;

export interface Shape {
  /** The data as the schema types it, or `undefined` where it does not fit. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
}

/** Checks plain data against a schema; every fault becomes a finding of a shape rule. */
export function checkShape(file: string, value: unknown, schema: z.ZodType): Shape {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  const faults = result.error.issues.flatMap((issue) => findingsOf(issue, [], value, schema));
  // A text has a length, too, but where a list belongs that says nothing.
  const mistyped = new Set(faults.filter(({ rule }) => rule === 'wrong-type').map(({ path }) => path?.join('.')));
  const told = faults.filter(({ rule, path }) => rule !== 'text-length' || !mistyped.has(path?.join('.')));
  return { data: undefined, findings: told.map((fault) => ({ file, ...fault })) };
}

type Fault = Omit<Finding, 'file'>;

function findingsOf(issue: ZodIssue, prefix: DataPath, root: unknown, schema: z.ZodType): Fault[] {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const value = valueAt(root, path);
  const at = { path, values: { field: fieldName(path) } };
  switch (issue.code) {
    case 'invalid_union':
      return unionFindings(issue, path, root, schema);
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = knownKeys(schema, path);
        return {
          rule: 'unknown-field',
          code: 'unknown',
          path: [...path, key],
          atKey: true,
          values: { field: fieldName([...path, key], shown(key)) },
          found: shown(key),
          ...didYouMean(key, known),
          ...renamed(surely(key, known), value),
        };
      });
    case 'invalid_key': {
      const key = String(path.at(-1));
      return [
        {
          rule: 'wrong-value',
          code: 'key',
          path,
          atKey: true,
          values: { key: shown(key) },
          found: shown(key),
          ...expectedOf(issue.issues[0]),
          ...renamed(repairedTag(key), valueAt(root, path.slice(0, -1))),
        },
      ];
    }
    case 'invalid_type':
      if (value === undefined || value === null) return [missingFault(path, value, schema)];
      return [typeFault(path, value, [typeName(issue.expected)])];
    case 'invalid_value':
      if (value === null) return [missingFault(path, value, schema)];
      if (value === undefined) return [{ ...missingFault(path, value, schema), ...onlyChoice(issue.values) }];
      return [
        {
          rule: 'wrong-value',
          code: 'value',
          ...at,
          found: shown(value),
          expected: anyOf(issue.values.map(String)),
          ...didYouMean(String(value), issue.values.map(String)),
          ...chosen(String(value), issue.values),
        },
      ];
    case 'too_big':
      return [sizeFault('long', issue.origin, issue.maximum, path, value)];
    case 'too_small':
      return [sizeFault('short', issue.origin, issue.minimum, path, value)];
    default:
      return [valueFault(issue, path, value, schema)];
  }
}

function missingFault(path: DataPath, value: null | undefined, schema: z.ZodType): Fault {
  const code = value === null ? 'empty' : 'missing';
  return { rule: 'missing-field', code, path, values: { field: fieldName(path) }, ...expectedAt(schema, path) };
}

function valueFault(issue: ZodIssue, path: DataPath, value: unknown, schema: z.ZodType): Fault {
  const values = { field: fieldName(path) };
  const reason =
    typeof value === 'string' && issue.message === EXPECTED.httpsAddress ? unsafeUrlReason(value) : undefined;
  if (reason !== undefined) {
    return {
      rule: 'unsafe-url',
      code: reason,
      path,
      found: shown(value),
      expected: phrase('httpsAddress'),
      ...httpsHint(value as string),
    };
  }
  if (value === undefined)
    return {
      rule: 'missing-field',
      code: 'missing',
      path: path.slice(0, -1),
      values,
      expected: expectation(issue),
    };
  return {
    rule: 'wrong-value',
    code: 'value',
    path,
    values,
    found: shown(value),
    expected: expectation(issue),
    ...set(typeof value === 'string' ? repairedText(value, schemasAt(schema, path).map(metaOf)) : undefined),
  };
}

function set(value: string | undefined): { fix?: Fix } {
  return value === undefined ? {} : { fix: { set: value } };
}

/** Another name for a field, where no field has it yet. */
function renamed(name: string | undefined, holder: unknown): { fix?: Fix } {
  return name === undefined || Object.hasOwn(holder as object, name) ? {} : { fix: { rename: name } };
}

function chosen(value: string, choices: readonly z.core.util.Primitive[]): { fix?: Fix } {
  const meant = surely(value, choices.map(String));
  return onlyChoice(choices.filter((choice) => String(choice) === meant));
}

/** The value, where there is one only: `schemaVersion: 1`. */
function onlyChoice(choices: readonly z.core.util.Primitive[]): { fix?: Fix } {
  const [value, ...others] = choices;
  const writable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return writable && others.length === 0 ? { fix: { set: value } } : {};
}

/** Forges that answer http:// only to lead to https://. */
const ALWAYS_HTTPS = /^https:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\//i;

function httpsHint(value: string): { hint?: Words; fix?: Fix } {
  const https = value.replace(/^http:/i, 'https:');
  if (https === value || unsafeUrlReason(https) !== undefined) return {};
  return {
    hint: phrase('httpsInstead', { address: https }),
    ...set(ALWAYS_HTTPS.test(https) ? https : undefined),
  };
}

/** Of a union, the branch that the value was meant for says more than “none of them fits”. */
function unionFindings(issue: z.core.$ZodIssueInvalidUnion, path: DataPath, root: unknown, schema: z.ZodType): Fault[] {
  const value = valueAt(root, path);
  if (value === undefined || value === null) return [missingFault(path, value, schema)];
  const meant = issue.errors.find(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'),
  );
  if (meant !== undefined) return meant.flatMap((error) => findingsOf(error, path, root, schema));
  const types = issue.errors.flatMap((errors) =>
    errors.flatMap((error) => (error.code === 'invalid_type' ? [typeName(error.expected)] : [])),
  );
  return [typeFault(path, value, types)];
}

function typeFault(path: DataPath, value: unknown, types: readonly Words[]): Fault {
  const expected = anyOf(types);
  const numberAsText = typeof value === 'number' && types.includes(TYPE_NAMES['string'] ?? '');
  return {
    rule: 'wrong-type',
    code: 'type',
    path,
    values: { field: fieldName(path), expected },
    found: shown(value),
    expected,
    ...(numberAsText ? { hint: phrase('quoteIt', { text: shown(value) }), ...set(String(value)) } : {}),
  };
}

type Bound = number | bigint;

function sizeFault(code: 'long' | 'short', origin: string, bound: Bound, path: DataPath, value: unknown): Fault {
  const at = { path, values: { field: fieldName(path) } };
  if (origin === 'string' || origin === 'array') {
    const size = typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0;
    const { unit, ...bounds } = SIZES[origin];
    const found = phrase(unit, { count: size });
    const fault = { rule: 'text-length', code, ...at, found, expected: phrase(bounds[code], { count: Number(bound) }) };
    return code === 'long' && origin === 'array' ? { ...fault, hint: phrase('keepFew') } : fault;
  }
  // As it stands: 2999 may be a year.
  const number = String(bound);
  const expected = code === 'long' ? phrase('atMost', { max: number }) : phrase('atLeast', { min: number });
  return { rule: 'wrong-value', code: 'value', ...at, found: shown(value), expected };
}

const SIZES = {
  string: { unit: 'characters', long: 'charactersAtMost', short: 'charactersAtLeast' },
  array: { unit: 'items', long: 'itemsAtMost', short: 'itemsAtLeast' },
} as const;

function expectation(issue: ZodIssue): Words {
  return issue.code === 'invalid_format' && issue.format === 'email'
    ? phrase('emailAddress')
    : expectedWords(issue.message);
}

function expectedOf(issue: ZodIssue | undefined): { expected?: Words } {
  return issue === undefined ? {} : { expected: expectation(issue) };
}

const TYPE_NAMES: Readonly<Record<string, Phrase>> = {
  string: phrase('text'),
  object: phrase('fields'),
  record: phrase('fields'),
  array: phrase('list'),
  number: phrase('number'),
  int: phrase('wholeNumber'),
  boolean: phrase('trueOrFalse'),
};

function typeName(expected: string): Words {
  return TYPE_NAMES[expected] ?? expected;
}

function valueAt(root: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  );
}

function knownKeys(schema: z.core.$ZodType, path: DataPath): string[] {
  return schemasAt(schema, path).flatMap(keysOf);
}

function keysOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional) return keysOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
