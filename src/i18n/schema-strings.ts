/**
 * The words of the data model and of the rules as strings with keys. The schemas and the rules are the single source of
 * the English; other languages stand in `schema.<lang>.json` and `rules.<lang>.json` under the same keys.
 */
import type { z } from 'zod';
import { ALL_RULES } from '../rules/index.ts';
import { federationSchema, registryConfigSchema } from '../schema/config.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { KINDS } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { vocabularySchema } from '../schema/vocabulary.ts';

const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, { schema }]) => [kind, schema])),
  tombstone: tombstoneSchema,
  registry: registryConfigSchema,
  federation: federationSchema,
  vocabulary: vocabularySchema,
};

/**
 * The English of every titled field: `schema.<kind>.<path>.title`, and `.help` where the field has a sentence of help.
 * The path's steps are joined by dots, `*` standing for any item: `schema.project.contacts.*.url.title`.
 */
export function schemaStrings(): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [kind, schema] of Object.entries(SCHEMAS)) {
    for (const { path, meta } of fieldsOf(schema)) {
      if (meta.title === undefined) continue;
      const key = ['schema', kind, ...path].join('.');
      strings[`${key}.title`] = meta.title;
      if (meta.description !== undefined) strings[`${key}.help`] = meta.description;
    }
  }
  return strings;
}

/** The English of every rule: `rule.<id>.title`, `rule.<id>.why` and `rule.<id>.mend`. */
export function ruleStrings(): Record<string, string> {
  return Object.fromEntries(
    ALL_RULES.flatMap(({ id, doc }) => [
      [`rule.${id}.title`, doc.title],
      [`rule.${id}.why`, doc.why],
      [`rule.${id}.mend`, doc.mend],
    ]),
  );
}
