import { type Document, isMap } from 'yaml';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readYaml } from '../yaml.ts';

/** A record's text, parsed so that it can be changed in place. */
export interface RecordSource {
  readonly text: string;
  readonly yaml: string;
  /** Offset of `yaml` in the text. */
  readonly yamlOffset: number;
  readonly document: Document.Parsed;
  readonly data: Readonly<Record<string, unknown>>;
  /** The MDX text below the front matter, and its offset. */
  readonly body: string;
  readonly bodyOffset: number;
}

/** Parses a record's text; `undefined` where it is not sound YAML, which no program may rewrite. */
export function readSource(kind: Kind, text: string): RecordSource | undefined {
  if (KINDS[kind].ending === 'yaml') return readYamlSource(text);
  const parts = splitFrontMatter(text);
  return parts && sourceOf(text, parts);
}

/** As {@link readSource}, of a file that is YAML from beginning to end. */
export function readYamlSource(text: string): RecordSource | undefined {
  return sourceOf(text, { yaml: text, yamlOffset: 0, body: '', bodyOffset: text.length });
}

type Parts = Pick<RecordSource, 'yaml' | 'yamlOffset' | 'body' | 'bodyOffset'>;

function sourceOf(text: string, { yaml, yamlOffset, body, bodyOffset }: Parts): RecordSource | undefined {
  const { document, value, findings } = readYaml('', yaml);
  if (document === undefined || findings.length > 0 || !isMap(document.contents)) return undefined;
  return {
    text,
    yaml,
    yamlOffset,
    document,
    data: value as Readonly<Record<string, unknown>>,
    body,
    bodyOffset,
  };
}

/** The text with other YAML in it. */
export function withYaml({ text, yaml, yamlOffset }: RecordSource, changed: string): string {
  return text.slice(0, yamlOffset) + changed + text.slice(yamlOffset + yaml.length);
}
