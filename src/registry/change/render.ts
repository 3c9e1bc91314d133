import { Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';
import { YAML_STYLE } from '../format.ts';
import { readYaml } from '../yaml.ts';
import { withoutBlankEnd } from './blanks.ts';
import { isLeaf, sameData } from './data.ts';

/** How a piece of YAML is to be written so that it fits to what stands around it. */
export interface Writing {
  /** Spaces of one level. */
  readonly indent: number;
  readonly indentSeq: boolean;
}

/** What the node that stands in the place so far hands on to the new value. */
export type Model = Pick<Scalar, 'type' | 'comment' | 'value'>;

/** A field in lines, the first without indentation: `key: value`. Without a key, an item: `- value`. No line break at its end. */
export function renderEntry(key: string | undefined, value: unknown, writing: Writing, model?: Model): string {
  const data = key === undefined ? [value] : { [key]: value };
  const document = documentOf(data);
  const node = document.getIn([key ?? 0], true);
  if (model !== undefined && isScalar(node)) {
    Object.assign(node, styleOf(value, model));
    if (model.comment != null) node.comment = model.comment;
  }
  if (model?.comment != null && (isMap(node) || isSeq(node))) node.commentBefore = model.comment;
  // The library writes empty lists wrong where lists are not indented, and texts that begin with a blank where four spaces are a level.
  const written = [writing, YAML_STYLE].map((style) => document.toString({ ...YAML_STYLE, ...style }));
  const sound = written.find((yaml) => sameData(readYaml('', yaml).value, data));
  return (sound ?? written[0] ?? '').replace(/\n$/, '');
}

/** A value as it stands behind its key on one line; `undefined` where it needs lines of its own. */
export function renderLeaf(value: unknown, model: Model, inFlow: boolean): string | undefined {
  const document = documentOf({ k: value });
  if (isMap(document.contents)) document.contents.flow = inFlow;
  const node = document.getIn(['k'], true);
  if (isScalar(node)) Object.assign(node, styleOf(value, model));
  const written = withoutBlankEnd(document.toString(YAML_STYLE));
  const inner = inFlow ? written.slice('{k: '.length, -1) : written.slice('k: '.length);
  return inner.includes('\n') ? undefined : inner;
}

/** An item, or a field where there is a key, as it stands between brackets. */
export function renderInFlow(key: string | undefined, value: unknown): string {
  const document = documentOf(key === undefined ? [value] : { [key]: value });
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
  });
  return withoutBlankEnd(document.toString(YAML_STYLE)).slice(1, -1);
}

/** Indents all lines but the first. */
export function indented(text: string, column: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

function documentOf(value: unknown): Document {
  return new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false, keepUndefined: true });
}

/** Quotes and blocks stay while the text is still of one line, or still of several. */
function styleOf(value: unknown, { type, value: before }: Model): Partial<Scalar> {
  if (typeof value !== 'string' || typeof before !== 'string' || type === undefined || !isLeaf(value)) return {};
  return value.includes('\n') === before.includes('\n') && type !== 'PLAIN' ? { type } : {};
}
