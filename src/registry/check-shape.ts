import { z } from 'zod';
import { didYouMean, surely } from '../rules/nearest.ts';
import { type DataPath, type Finding, type Fix, shown } from '../rules/rule.ts';
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

/** A field as people call it: an item of a list by the list and its place, from 1. */
function fieldAt(path: DataPath): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return last ?? 'record';
  return `${fieldAt(path.slice(0, -1))}, item ${last + 1}`;
}

function findingsOf(issue: ZodIssue, prefix: DataPath, root: unknown, schema: z.ZodType): Fault[] {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const value = valueAt(root, path);
  const field = fieldAt(path);
  const at = { path, values: { field } };
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
          values: { field: shown(key) },
          found: shown(key),
          ...didYouMean(key, known),
          ...renamed(surely(key, known), value),
        };
      });
    case 'invalid_key':
      return [
        {
          rule: 'wrong-value',
          code: 'key',
          path,
          atKey: true,
          values: { key: shown(field) },
          found: shown(field),
          ...expectedOf(issue.issues[0]),
          ...renamed(repairedTag(field), valueAt(root, path.slice(0, -1))),
        },
      ];
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
          expected: choices(issue.values),
          ...didYouMean(String(value), issue.values.map(String)),
          ...chosen(String(value), issue.values),
        },
      ];
    case 'too_big':
      return [sizeFault('long', issue.origin, `at most ${issue.maximum}`, path, value)];
    case 'too_small':
      return [sizeFault('short', issue.origin, `${issue.minimum} or more`, path, value)];
    default:
      return [valueFault(issue, path, value, schema)];
  }
}

function missingFault(path: DataPath, value: null | undefined, schema: z.ZodType): Fault {
  const code = value === null ? 'empty' : 'missing';
  return { rule: 'missing-field', code, path, values: { field: fieldAt(path) }, ...expectedAt(schema, path) };
}

function valueFault(issue: ZodIssue, path: DataPath, value: unknown, schema: z.ZodType): Fault {
  const field = fieldAt(path);
  const reason = typeof value === 'string' && issue.message === HTTPS_EXPECTATION ? unsafeUrlReason(value) : undefined;
  if (reason !== undefined) {
    return {
      rule: 'unsafe-url',
      code: reason,
      path,
      found: shown(value),
      expected: issue.message,
      ...httpsHint(value as string),
    };
  }
  if (value === undefined)
    return {
      rule: 'missing-field',
      code: 'missing',
      path: path.slice(0, -1),
      values: { field },
      expected: issue.message,
    };
  return {
    rule: 'wrong-value',
    code: 'value',
    path,
    values: { field },
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

const HTTPS_EXPECTATION = 'an https address of a public host';

/** Forges that answer http:// only to lead to https://. */
const ALWAYS_HTTPS = /^https:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\//i;

function httpsHint(value: string): { hint?: string; fix?: Fix } {
  const https = value.replace(/^http:/i, 'https:');
  if (https === value || unsafeUrlReason(https) !== undefined) return {};
  return {
    hint: `If the page answers there too, write ${https}`,
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
  return [typeFault(path, value, [...new Set(types)])];
}

function typeFault(path: DataPath, value: unknown, types: readonly string[]): Fault {
  const expected = types.join(' or ');
  const numberAsText = typeof value === 'number' && types.includes('text');
  return {
    rule: 'wrong-type',
    code: 'type',
    path,
    values: { field: fieldAt(path), expected },
    found: shown(value),
    expected,
    ...(numberAsText ? { hint: `Put it between double quotes: "${shown(value)}"`, ...set(String(value)) } : {}),
  };
}

function sizeFault(code: 'long' | 'short', origin: string, bound: string, path: DataPath, value: unknown): Fault {
  const values = { field: fieldAt(path) };
  if (origin !== 'string' && origin !== 'array')
    return { rule: 'wrong-value', code: 'value', path, values, found: shown(value), expected: bound };
  const unit = origin === 'string' ? 'characters' : 'items';
  const size = typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0;
  const fault = { rule: 'text-length', code, path, values, found: `${size} ${unit}`, expected: `${bound} ${unit}` };
  if (code === 'long') return origin === 'array' ? { ...fault, hint: 'Keep those that matter most.' } : fault;
  return { ...fault, hint: 'Write something there, or delete the field.' };
}

function expectation(issue: ZodIssue): string {
  return issue.code === 'invalid_format' && issue.format === 'email' ? 'an e-mail address' : issue.message;
}

function expectedOf(issue: ZodIssue | undefined): { expected?: string } {
  return issue === undefined ? {} : { expected: expectation(issue) };
}

function choices(values: readonly unknown[]): string {
  return values.map(String).join(', ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'fields',
  record: 'fields',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function typeName(expected: string): string {
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
