import { Document, visit } from 'yaml';
import { type Fields, isFields } from '../registry/change/data.ts';
import { inSchemaOrder, YAML_STYLE } from '../registry/format.ts';
import { MAX_FILE_BYTES } from '../rules/shape-rules.ts';
import { vocabularySchema } from '../schema/vocabulary.ts';

const COMMENT = '# yaml-language-server: $schema=../../public/schema/vocabulary.json\n';
const termSchema = vocabularySchema.shape.terms.valueType;

/**
 * The file of a vocabulary that came from elsewhere. Lists stand on one line, as people write them there: below each other, the words of a
 * vocabulary would not fit into a file. `undefined` where they do not fit all the same.
 */
export function vocabularyText(data: Fields): string | undefined {
  const { terms } = data;
  const inOrder = isFields(terms)
    ? Object.fromEntries(Object.entries(terms).map(([id, term]) => [id, inSchemaOrder(term, termSchema)]))
    : terms;
  const document = new Document(inSchemaOrder({ ...data, terms: inOrder }, vocabularySchema), {
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  const text = `${COMMENT}${document.toString(YAML_STYLE)}`;
  return new TextEncoder().encode(text).length > MAX_FILE_BYTES ? undefined : text;
}
