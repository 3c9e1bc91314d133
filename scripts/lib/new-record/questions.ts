import { z } from 'zod';
import { EITHER } from '../../../src/contribute/form/either.ts';
import en from '../../../src/i18n/en.json' with { type: 'json' };
import { languageName } from '../../../src/i18n/format.ts';
import { type Field, fieldsOf } from '../../../src/schema/field-meta.ts';
import { KINDS, type Kind } from '../../../src/schema/kinds.ts';
import { type Registry, recordsOf } from '../../../src/schema/registry.ts';
import type { Choice } from '../choices.ts';
import { prompt } from '../prompts.ts';
import { assignText, type Data } from './values.ts';

/** What is asked though it may be left out: without it a record is hardly found, or hardly of use. */
const ALSO_ASKED: Readonly<Record<Kind, readonly string[]>> = {
  project: ['repository', 'website', 'license', 'interfaceLanguages', 'started'],
  organization: ['acronym', 'summary', 'country', 'website', 'parent'],
  standard: ['acronym', 'summary', 'website', 'specification', 'version', 'license'],
  group: ['acronym', 'host', 'website', 'joining'],
  funding: ['country', 'eligibility', 'website', 'apply'],
  notice: ['project', 'unpaid', 'labourTerms'],
  question: [],
  note: ['organization'],
};

/** Said at the last of such fields, where none of them was given. */
function eitherProblem({ kind, data }: Asking, field: string): string | undefined {
  const fields = EITHER[kind] ?? [];
  if (field !== fields.at(-1) || fields.some((name) => data[name] !== undefined)) return undefined;
  return `One of these is needed: ${fields.join(', ')}.`;
}

/** The fields that `registry new` asks for, in the order of the schema, each before the fields below it. */
export function askedFields(kind: Kind): Field[] {
  const fields = fieldsOf(KINDS[kind].schema).filter(({ path }) => !path.includes('*'));
  const isAsked = ({ path, required }: Field): boolean =>
    path.length === 1
      ? (required && path[0] !== 'schemaVersion') || ALSO_ASKED[kind].includes(path[0] ?? '')
      : required;
  const asked = fields.filter(isAsked);
  const names = new Set(asked.map(({ path }) => path.join('.')));
  return asked.filter(
    ({ path, schema }) => !isObject(schema) && path.every((_, depth) => names.has(path.slice(0, depth + 1).join('.'))),
  );
}

function inner(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema;
}

function isObject(schema: z.core.$ZodType): boolean {
  return inner(schema) instanceof z.ZodObject;
}

export interface Asking {
  readonly kind: Kind;
  readonly registry: Registry;
  readonly data: Data;
  /** Why a field's value would be refused, or `undefined`; asked after every answer. */
  readonly problem: (data: Data, field: string) => string | undefined;
}

/** Asks for one field until the answer will do, and sets it. What may be left out is left out by an empty answer. */
export async function askField(field: Field, asking: Asking): Promise<void> {
  const { meta, path, required } = field;
  const schema = inner(field.schema);
  const label = `${titleOf(field, asking.kind)}${required ? '' : ' (may be left empty)'}`;
  const name = path.join('.');
  if (meta.languageMap && !(schema instanceof z.ZodUnion)) return askLanguages(label, field, asking);
  const choices = choicesFor(field, schema, asking.registry);
  if (choices === undefined) {
    const text = await prompt.text(label, (typed) => refusal(typed, path, field, asking), suggestionFor(name));
    if (text !== '') assignText(asking.kind, asking.data, path, text);
  } else if (schema instanceof z.ZodArray) {
    const chosen = await prompt.someOfMany(label, choices, required);
    if (chosen.length > 0) assignText(asking.kind, asking.data, path, chosen.join(','));
  } else {
    const none = required ? [] : [{ value: '', label: '(none)' }];
    const ask = choices.length > FEW ? prompt.oneOfMany : prompt.one;
    const chosen = await ask(label, [...none, ...choices]);
    if (chosen !== '') assignText(asking.kind, asking.data, path, chosen);
  }
}

/** So many choices are read at a glance; more are found by typing. */
const FEW = 12;

/** One text for each language of this copy; where the field is required, at least one. */
async function askLanguages(label: string, field: Field, asking: Asking): Promise<void> {
  const { languages } = asking.registry.config;
  let given = 0;
  for (const [index, language] of languages.entries()) {
    const path = [...field.path, language];
    const last = index === languages.length - 1;
    const [title, help = ''] = label.split(' – ');
    const text = await prompt.text(`${title}, in ${languageName(language, 'en')} – ${help}`, (typed) =>
      typed === '' && (!last || given > 0) ? undefined : refusal(typed, path, field, asking),
    );
    if (text === '') continue;
    given++;
    assignText(asking.kind, asking.data, path, text);
  }
}

function refusal(typed: string, path: readonly string[], field: Field, asking: Asking): string | undefined {
  const { kind, data, problem } = asking;
  if (typed === '' && field.required)
    return path.length > field.path.length ? 'A text in one of the languages is needed.' : 'This is needed.';
  if (typed === '') return eitherProblem(asking, field.path[0] ?? '');
  const tried = structuredClone(data);
  assignText(kind, tried, path, typed);
  return problem(tried, field.path.join('.'));
}

function titleOf({ path, meta }: Field, kind: Kind): string {
  const parents = path.slice(0, -1).map((_, depth) => {
    const parent = fieldsOf(KINDS[kind].schema).find(
      (field) => field.path.join('.') === path.slice(0, depth + 1).join('.'),
    );
    return parent?.meta.title ?? '';
  });
  return `${[...parents, meta.title ?? path.at(-1)].join(': ')} – ${meta.description ?? ''}`;
}

function choicesFor({ meta }: Field, schema: z.core.$ZodType, registry: Registry): Choice[] | undefined {
  const element = schema instanceof z.ZodArray ? inner(schema.element) : schema;
  const { vocabulary, references, enumeration } = { ...elementMeta(element), ...meta };
  if (vocabulary !== undefined)
    return Object.entries(registry.vocabularies[vocabulary]?.terms ?? {}).map(([value, { label, synonyms }]) => ({
      value,
      label: label['en'] ?? Object.values(label)[0] ?? value,
      hint: (synonyms['en'] ?? []).slice(0, 4).join(', '),
    }));
  if (references !== undefined && references in KINDS)
    return recordsOf(registry, references as Kind).map(({ id, data }) => ({
      value: id,
      label: `${nameOf(data)} (${id})`,
    }));
  if (element instanceof z.ZodEnum)
    return element.options.map((value) => ({ value: String(value), label: labelOf(enumeration, String(value)) }));
  return undefined;
}

function elementMeta(element: z.core.$ZodType): Field['meta'] {
  return (z.globalRegistry.get(element) ?? {}) as Field['meta'];
}

function labelOf(enumeration: string | undefined, value: string): string {
  const label = (en as Record<string, unknown>)[`${enumeration}.${value}`];
  return typeof label === 'string' ? label : value;
}

function nameOf(data: object): string {
  const name = 'name' in data ? data.name : 'title' in data ? data.title : '';
  return typeof name === 'string' ? name : (Object.values((name ?? {}) as Record<string, string>)[0] ?? '');
}

function suggestionFor(field: string): string | undefined {
  return field === 'date' || field === 'posted' ? new Date().toISOString().slice(0, 10) : undefined;
}

/** What is still needed, as `--set` takes it: `status=concept|development|beta`, `summary.<language>=`, `owner=<organization>`. */
export function missingFields(kind: Kind, data: Data): string[] {
  const needed = askedFields(kind).filter(({ path, required }) => required && data[path[0] ?? ''] === undefined);
  const either = EITHER[kind];
  const one =
    either === undefined || either.some((name) => data[name] !== undefined) ? [] : [`${either.join('= or ')}=`];
  return [...needed.map(formOf), ...one];
}

function formOf({ path, schema, meta }: Field): string {
  const type = inner(schema);
  const element = type instanceof z.ZodArray ? inner(type.element) : type;
  const { references, vocabulary } = { ...elementMeta(element), ...meta };
  const name = path.join('.');
  if (meta.languageMap && !(type instanceof z.ZodUnion)) return `${name}.<language>=`;
  if (element instanceof z.ZodEnum) return `${name}=${element.options.join('|')}`;
  return `${name}=${references !== undefined ? `<${references}>` : vocabulary !== undefined ? `<term of ${vocabulary}>` : ''}`;
}
