import { z } from 'zod';
import { type FieldMeta, metaOf, schemasAt } from '../../schema/field-meta.ts';
import { projectSchema } from '../../schema/project.ts';

/** How an answer becomes the value of a field. `words`: in the language that the form asks for; `list`: with commas between. */
export type AnswerShape = 'text' | 'words' | 'list' | 'choice' | 'choices';

/** A field of a project that the issue form asks for. */
export interface ProjectQuestion {
  /** The question's name in the form. */
  readonly id: string;
  readonly path: readonly string[];
  readonly shape: AnswerShape;
  readonly required: boolean;
  readonly meta: FieldMeta;
  /** Of a closed list, in the schema's order. */
  readonly values: readonly string[];
}

/** Those that every project has, and those that help a reader most; with 55 questions on one page nobody would answer. */
const PATHS = [
  ['name'],
  ['summary'],
  ['type'],
  ['status'],
  ['functions'],
  ['owner'],
  ['repository'],
  ['website'],
  ['license'],
  ['documentation'],
  ['programmingLanguages'],
  ['interfaceLanguages'],
  ['audience', 'countries'],
  ['audience', 'levels'],
  ['hosting'],
  ['released'],
  ['description'],
] as const;

export const PROJECT_QUESTIONS: readonly ProjectQuestion[] = PATHS.map((path) => {
  const [schema] = schemasAt(projectSchema, path);
  if (schema === undefined) throw new Error(`A project has no field ${path.join('.')}.`);
  const plain = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const item = plain instanceof z.ZodArray ? plain.element : plain;
  // A name may be one text or a map of languages: the form asks for one text.
  const meta = { ...metaOf(item), ...metaOf(plain) };
  const closed = meta.enumeration !== undefined || meta.vocabulary !== undefined;
  const shape =
    plain instanceof z.ZodArray ? (closed ? 'choices' : 'list') : closed ? 'choice' : isWords(plain) ? 'words' : 'text';
  return {
    id: path.join('-'),
    path,
    shape,
    required: !(schema instanceof z.ZodOptional),
    meta,
    values: item instanceof z.ZodEnum ? item.options.map(String) : [],
  };
});

function isWords(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodRecord && metaOf(schema).languageMap === true;
}

/** Between the value of a choice and its names in the form. */
export const OPTION_SEPARATOR = ' · ';
