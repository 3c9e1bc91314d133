import { z } from 'zod';
import type { FieldChange } from '../registry/change/field-change.ts';
import { type FieldMeta, metaOf, schemasAt, type ValuePath } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import type { PartialStrings } from './strings.ts';
import { createTranslator, type Translator } from './t.ts';
import { createValueWords, type LabelOf, nameOfLanguage } from './value-words.ts';

/** A change as people read it: plain text, which whoever shows it has to escape. */
export interface ChangeInWords {
  /** `Summary (French)`, `Uses: ca/gc-notify: Since`. */
  readonly field: string;
  /** Absent where the field is new. */
  readonly before?: string;
  /** Absent where the field is gone. */
  readonly after?: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

export type ChangeWords = (kind: Kind, change: FieldChange) => ChangeInWords;

/**
 * Tells changes of records in a language. Titles that the language lacks are in English; values that are not what their field takes stand as
 * they are. Pure.
 * @param strings all strings of the language, the data model's among them
 * @param labelOf the words of a vocabulary's term, where the caller has the vocabularies
 */
export function createChangeWords(lang: string, strings: PartialStrings, labelOf?: LabelOf): ChangeWords {
  const t = createTranslator(lang, strings);
  const words = { t, strings, valueWords: createValueWords(t, strings, labelOf) };
  return (kind, change) => {
    const { path, before, after } = change;
    const schema = schemaWith(kind, path);
    const field = fieldWords(words, kind, schema, path);
    const said = (value: unknown) => words.valueWords(schema, path, value, (at) => titleOf(words, kind, schema, at));
    return {
      field: isReordered(before, after) ? t('changed.order', { field }) : field,
      ...(before === undefined ? {} : { before: said(before) }),
      ...(after === undefined ? {} : { after: said(after) }),
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    };
  };
}

interface Words {
  readonly t: Translator;
  readonly strings: PartialStrings;
}

/** A record that becomes a tombstone has fields of both. */
function schemaWith(kind: Kind, path: ValuePath): z.ZodObject {
  const { schema } = KINDS[kind];
  return !Object.hasOwn(schema.shape, path[0] ?? '') && Object.hasOwn(tombstoneSchema.shape, path[0] ?? '')
    ? tombstoneSchema
    : schema;
}

function isReordered(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  const sorted = (list: unknown[]) => JSON.stringify(list.map((item) => JSON.stringify(item)).toSorted());
  return sorted(before) === sorted(after);
}

function fieldWords(words: Words, kind: Kind, schema: z.ZodObject, path: ValuePath): string {
  const { t } = words;
  let field = '';
  for (const [depth, step] of path.entries()) {
    const holder = path.slice(0, depth);
    const within = schemasAt(schema, holder).map(unwrapped);
    const isItem = within.some((each) => each instanceof z.ZodArray);
    // An item without a name is told by what it says.
    if (isItem && typeof step === 'number' && depth === path.length - 1) continue;
    if (within.some((each) => metaOf(each).languageMap === true)) {
      field = t('changed.language', { field, language: nameOfLanguage(String(step), t.lang) });
      continue;
    }
    const part = isItem ? nameOfItem(step) : titleOf(words, kind, schema, [...holder, step]);
    field = field === '' ? part : t('changed.part', { field, part });
  }
  return field;
}

function nameOfItem(step: string | number): string {
  return typeof step === 'number' ? String(step + 1) : step;
}

/** What a field is called; a field that the model does not have goes by its name. */
function titleOf({ t, strings }: Words, kind: Kind, schema: z.ZodObject, path: ValuePath): string {
  if (path.length === 1 && path[0] === 'body') return t('change.body');
  const steps = path.map((step, depth) => (isNamed(schema, path.slice(0, depth)) ? String(step) : '*'));
  const name = schema === tombstoneSchema ? 'tombstone' : kind;
  const own = strings[['schema', name, ...steps, 'title'].join('.')];
  return typeof own === 'string' ? own : (titleInEnglish(schema, path) ?? String(path.at(-1)));
}

function titleInEnglish(schema: z.ZodObject, path: ValuePath): string | undefined {
  return schemasAt(schema, path)
    .map((each): FieldMeta => metaOf(each))
    .find(({ title }) => title !== undefined)?.title;
}

/** True where the value at a path has fields with names of their own. */
function isNamed(schema: z.ZodObject, path: ValuePath): boolean {
  return schemasAt(schema, path).some((each) => unwrapped(each) instanceof z.ZodObject);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
