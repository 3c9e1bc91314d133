/**
 * The words of the data model and of the rules as strings with keys. The schemas and the rules are the single source of
 * the English; other languages stand in `schema.<lang>.json` and `rules.<lang>.json` under the same keys. So do the phrases
 * that findings are made of: `src/rules/phrases.ts` and `phrases.<lang>.json`.
 */
import { DOCUMENTED_RULES } from '../rules/index.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { SCHEMAS } from '../schema/schemas.ts';

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

/** The English of every rule: `rule.<id>.title`, `.why` and `.mend`; `.message.<code>`, and `.hint.<code>` where a finding has its own remedy. */
export function ruleStrings(): Record<string, string> {
  return Object.fromEntries(
    DOCUMENTED_RULES.flatMap(({ id, doc, messages, hints = {} }) => [
      [`rule.${id}.title`, doc.title],
      [`rule.${id}.why`, doc.why],
      [`rule.${id}.mend`, doc.mend],
      ...Object.entries(messages).map(([code, message]) => [`rule.${id}.message.${code}`, message]),
      ...Object.entries(hints).map(([code, hint]) => [`rule.${id}.hint.${code}`, hint]),
    ]),
  );
}
