import { KINDS, type Kind } from '../schema/kinds.ts';

/** The schema comment of an earlier run or of another tool, among the comments at the beginning. */
const DIRECTIVE = /^((?:#.*\n|[ \t]*\n)*?)#[ \t]*yaml-language-server:[ \t]*\$schema=\S*[ \t]*\n/;
/** The line that begins the front matter of an MDX file. */
const OPENING = '---\n';

/** The first line of a record, by which editors find its JSON Schema. */
export function schemaComment(kind: Kind): string {
  return `# yaml-language-server: $schema=../../../public/schema/${kind}.json\n`;
}

/** YAML without its schema comment, whichever it is. */
export function withoutSchemaComment(yaml: string): string {
  return yaml.replace(DIRECTIVE, '$1');
}

/**
 * A record's text with the schema comment of its kind as its first line, put right or put in; nothing else changes, also in a file that
 * is no YAML. An MDX file without front matter has no place for it and stays. Idempotent.
 */
export function withSchemaComment(kind: Kind, text: string): string {
  if (KINDS[kind].ending === 'yaml') return schemaComment(kind) + withoutSchemaComment(text);
  if (!text.startsWith(OPENING)) return text;
  return OPENING + schemaComment(kind) + withoutSchemaComment(text.slice(OPENING.length));
}
