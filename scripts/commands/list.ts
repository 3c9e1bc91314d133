import { Argument, Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { fieldsOf, schemasAt } from '../../src/schema/field-meta.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import type { AnyRecord, Registry } from '../../src/schema/registry.ts';
import { nearestHint } from '../lib/did-you-mean.ts';
import { visible } from '../lib/excerpt.ts';
import { EXIT, UsageError } from '../lib/exit-code.ts';
import { load, registryFolder } from '../lib/registry-folder.ts';

interface ListOptions {
  readonly where: readonly string[];
  readonly format: 'table' | 'json' | 'csv';
}

export const list = new Command('list')
  .description('list the records of a kind')
  .addArgument(new Argument('<kind>', 'the kind of record').choices(KIND_NAMES))
  .option(
    '--where <field=value...>',
    'only records with this value; a dot goes into a field (audience.levels=local)',
    (value: string, all: string[]) => [...all, value],
    [],
  )
  .addOption(new Option('--format <format>', 'how they are printed').choices(['table', 'json', 'csv']).default('table'))
  .addHelpText(
    'after',
    '\nExamples:\n  npm run registry -- list project --where status=stable --where license=MIT\n  npm run registry -- list organization --format csv',
  )
  .action((kind: Kind, { where, format }: ListOptions, command: Command) => {
    const conditions = where.map((text) => parseCondition(kind, text));
    const { registry } = load(registryFolder(command));
    for (const { path, value } of conditions) refuseUndeclared(kind, registry, path, value);
    const all = registry.records.filter((record) => record.kind === kind);
    const records = all.filter((record) => conditions.every(({ path, value }) => has(record, path, value)));
    if (records.length > 0 || format !== 'table') console.log(print(records, format));
    console.error(`${records.length} of ${all.length}.`);
    process.exitCode = EXIT.fine;
  });

/** Throws a {@link UsageError} for a field that the kind does not have, and for a value that it can never have: nothing found would mislead. */
function parseCondition(kind: Kind, text: string): { path: string[]; value: string } {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--where takes field=value, not “${visible(text)}”.`);
  const condition = { path: text.slice(0, at).split('.'), value: text.slice(at + 1) };
  if (OF_EVERY_RECORD.includes(condition.path.join('.'))) return condition;
  const schemas = schemasOfField(KINDS[kind].schema, condition.path);
  const field = visible(condition.path.join('.'));
  const known = [
    ...OF_EVERY_RECORD,
    ...fieldsOf(KINDS[kind].schema).map(({ path }) => path.filter((step) => step !== '*').join('.')),
  ];
  if (schemas.length === 0) {
    const hint = nearestHint(condition.path.join('.'), known) ?? 'The data model lists them.';
    throw new UsageError(`No field of the kind ${kind} is called “${field}”. ${hint}`);
  }
  const choices = schemas.flatMap((schema) => (schema instanceof z.ZodEnum ? schema.options.map(String) : []));
  if (choices.length > 0 && !choices.includes(condition.value))
    throw new UsageError(`${field} is never “${visible(condition.value)}”: ${choices.join(', ')}.`);
  return condition;
}

/** Throws a {@link UsageError} for a field that this copy would have to declare and does not; other copies' fields may be any. */
function refuseUndeclared(kind: Kind, { config }: Registry, [first, zone = '', key]: readonly string[], value: string) {
  if (first !== 'extensions' || key === undefined || !Object.hasOwn(config.extensions ?? {}, zone)) return;
  const declared = (config.extensions?.[zone] ?? []).filter(({ kinds }) => kinds.includes(kind));
  const field = declared.find((each) => each.key === key);
  const name = visible(`extensions.${zone}.${key}`);
  const keys = declared.map((each) => each.key);
  if (field === undefined)
    throw new UsageError(
      `registry.yaml declares no field “${name}” for the kind ${kind}. ${nearestHint(key, keys) ?? `It declares: ${keys.join(', ') || 'none'}.`}`,
    );
  const choices = field.type === 'choice' || field.type === 'choices' ? Object.keys(field.values ?? {}) : [];
  if (choices.length > 0 && !choices.includes(value))
    throw new UsageError(`${name} is never “${visible(value)}”: ${choices.join(', ')}.`);
}

/** What every record has besides its fields. */
const OF_EVERY_RECORD = ['id', 'zone'];

/** The schemas that a value of a field may have, with lists and maps passed through, as {@link has} does. */
function schemasOfField(schema: z.core.$ZodType, [step, ...rest]: readonly string[]): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional)
    return schemasOfField(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  if (schema instanceof z.ZodArray) return schemasOfField(schema.element, step === undefined ? [] : [step, ...rest]);
  if (step === undefined) return [schema];
  return schemasAt(schema, [step]).flatMap((inner) => schemasOfField(inner, rest));
}

/** True where the value at the path, or one item of a list on the way, is the wanted one. */
function has({ id, zone, data }: AnyRecord, path: readonly string[], wanted: string): boolean {
  const find = (value: unknown, steps: readonly string[]): boolean => {
    if (Array.isArray(value)) return value.some((item) => find(item, steps));
    const [step, ...rest] = steps;
    if (step === undefined) return String(value) === wanted;
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, step) &&
      find((value as Record<string, unknown>)[step], rest)
    );
  };
  return find({ ...data, id, zone }, path);
}

function print(records: readonly AnyRecord[], format: ListOptions['format']): string {
  if (format === 'json')
    return JSON.stringify(
      records.map(({ id, data }) => ({ id, ...data })),
      null,
      2,
    );
  const rows = records.map((record) => ({ id: record.id, name: title(record), summary: summaryOf(record) }));
  if (format === 'csv')
    return stringify(rows, { header: true, columns: ['id', 'name', 'summary'], escape_formulas: true }).trimEnd();
  const width = Math.max(2, ...rows.map(({ id }) => id.length));
  return rows.map(({ id, name }) => `${id.padEnd(width)}  ${visible(name)}`).join('\n');
}

function title({ data }: AnyRecord): string {
  return firstText('name' in data ? data.name : data.title);
}

function summaryOf({ data }: AnyRecord): string {
  return 'summary' in data && data.summary !== undefined ? firstText(data.summary) : '';
}

function firstText(value: string | Record<string, string>): string {
  return typeof value === 'string' ? value : (value['en'] ?? Object.values(value)[0] ?? '');
}
