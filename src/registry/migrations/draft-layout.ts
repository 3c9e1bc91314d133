import { isMap, isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { z } from 'zod';
import { metaOf } from '../../schema/field-meta.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { languageTag } from '../../schema/primitives.ts';
import { fieldOf, removeField, renameField } from './fields.ts';
import type { Migration } from './migration.ts';

const EVERYWHERE = { licence: 'license', landingURL: 'website' };
const PAGE = { ...EVERYWHERE, url: 'website' };

/** The draft's names of fields, by kind; where two stand for one field, the first that the record has. */
const NAMES: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  project: {
    ...EVERYWHERE,
    codeRepository: 'repository',
    url: 'repository',
    developmentStatus: 'status',
    releaseDate: 'released',
    languages: 'interfaceLanguages',
    intendedAudience: 'audience',
  },
  organization: PAGE,
  standard: PAGE,
  group: PAGE,
  funding: PAGE,
  notice: EVERYWHERE,
  question: EVERYWHERE,
  note: EVERYWHERE,
};

/** True where a record that says no version has a field as the draft wrote it. */
export function hasDraftFields(kind: Kind, data: Readonly<Record<string, unknown>>): boolean {
  const audience = data['audience'];
  return (
    Object.keys(NAMES[kind]).some((name) => Object.hasOwn(data, name)) ||
    (Object.hasOwn(data, 'language') && textFields(kind).some((field) => typeof data[field] === 'string')) ||
    (typeof audience === 'object' && audience !== null && Object.hasOwn(audience, 'country'))
  );
}

/** From the layout before the model was numbered, described in this folder's README. */
export const draftLayout: Migration = {
  from: 0,
  to: 1,
  title: 'Texts in languages, and one word for each field',
  why: 'A record is read in many languages, and a field that is called differently from record to record cannot be compared.',
  migrate(document, kind) {
    const migrated = document.clone() as typeof document;
    const { contents } = migrated;
    if (!isMap(contents)) return migrated;
    const isTombstone = fieldOf(contents, 'state') !== undefined;
    if (!isTombstone) {
      for (const [draft, name] of Object.entries(NAMES[kind])) renameField(contents, draft, name);
      nameCountries(contents);
      wrapTexts(contents, kind);
    }
    setVersion(contents);
    return migrated;
  },
};

function setVersion(record: YAMLMap): void {
  const stated = fieldOf(record, 'schemaVersion');
  if (stated === undefined) record.items.unshift(new Pair(new Scalar('schemaVersion'), new Scalar(1)));
  else if (isScalar(stated.value) && stated.value.value === 0) replaceValue(stated.value, 1);
}

/** The source is what the file said, and would be written again. */
function replaceValue(scalar: Scalar, value: number): void {
  scalar.value = value;
  delete scalar.source;
}

function nameCountries(record: YAMLMap): void {
  const audience = fieldOf(record, 'audience')?.value;
  if (!isMap(audience)) return;
  const country = fieldOf(audience, 'country');
  if (country === undefined || !renameField(audience, 'country', 'countries')) return;
  if (!isScalar(country.value) || typeof country.value.value !== 'string') return;
  const list = new YAMLSeq();
  list.items.push(country.value);
  country.value = list;
}

/** Fields whose value is a text in one or more languages, and cannot be a plain text. */
function textFields(kind: Kind): string[] {
  return Object.entries(KINDS[kind].schema.shape as Record<string, z.ZodType>)
    .filter(([, schema]) => metaOf(schema).languageMap && !(unwrapped(schema) instanceof z.ZodUnion))
    .map(([field]) => field);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

function wrapTexts(record: YAMLMap, kind: Kind): void {
  const language = fieldOf(record, 'language');
  const tag = isScalar(language?.value) ? language.value.value : undefined;
  if (language === undefined || !languageTag.safeParse(tag).success) return;
  const plain = textFields(kind)
    .map((field) => fieldOf(record, field))
    .filter((pair) => pair !== undefined && isScalar(pair.value) && typeof pair.value.value === 'string');
  for (const pair of plain) if (pair !== undefined) pair.value = inLanguage(String(tag), pair.value as Scalar);
  // Kinds that are written in one language say which; in the others the maps say it now.
  if (plain.length > 0 && !Object.hasOwn(KINDS[kind].schema.shape, 'language')) removeField(record, language);
}

function inLanguage(tag: string, text: Node): YAMLMap {
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(tag), text));
  return map;
}
