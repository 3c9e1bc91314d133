import { stringify } from 'yaml';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { formatRecord, YAML_STYLE } from './format.ts';

/** The file of a new record, in canonical form. @param body the MDX text, for kinds that have one */
export function recordText(kind: Kind, data: Readonly<Record<string, unknown>>, body: string): string {
  const yaml = stringify(data, { ...YAML_STYLE, aliasDuplicateObjects: false });
  const plain = KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n\n${body}\n` : yaml;
  return formatRecord(kind, plain) ?? plain;
}
