import { stringify } from 'yaml';
import { sameData } from '../registry/change/data.ts';
import type { RecordContent } from '../registry/content-hash.ts';
import { formatRecord, inSchemaOrder, YAML_STYLE } from '../registry/format.ts';
import { quickYaml } from '../registry/quick-yaml.ts';
import { schemaComment } from '../registry/schema-comment.ts';
import { hasBody, isVocabularyKind, type SharedKind, sharedSchema } from '../registry/shared-kinds.ts';
import { vocabularyText } from './vocabulary-text.ts';

/**
 * The file of a record that came from elsewhere, in canonical form, or nearly: in rare notations `formatRecord` has the last word. What it says
 * when it is read again is for who writes it to ask.
 */
export function recordText(kind: SharedKind, { data, body = '' }: RecordContent): string | undefined {
  if (isVocabularyKind(kind)) return vocabularyText(data);
  const ordered = inSchemaOrder(data, sharedSchema(kind, data));
  const yaml = stringify(ordered, { ...YAML_STYLE, aliasDuplicateObjects: false });
  const lines = `${schemaComment(kind)}${yaml}`;
  const text = hasBody(kind) ? `---\n${lines}---\n\n${body.trim()}\n` : lines;
  return sameData(quickYaml(lines), data) ? text : formatRecord(kind, text);
}
