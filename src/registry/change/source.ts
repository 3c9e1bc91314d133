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
  const parts = KINDS[kind].ending === 'mdx' ? splitFrontMatter(text) : undefined;
  if (KINDS[kind].ending === 'mdx' && parts === undefined) return undefined;
  const yaml = parts?.yaml ?? text;
  const { document, value, findings } = readYaml('', yaml);
  if (document === undefined || findings.length > 0 || !isMap(document.contents)) return undefined;
  return {
    text,
    yaml,
    yamlOffset: parts?.yamlOffset ?? 0,
    document,
    data: value as Readonly<Record<string, unknown>>,
    body: parts?.body ?? '',
    bodyOffset: parts?.bodyOffset ?? text.length,
  };
}

/** The text with other YAML in it. */
export function withYaml({ text, yaml, yamlOffset }: RecordSource, changed: string): string {
  return text.slice(0, yamlOffset) + changed + text.slice(yamlOffset + yaml.length);
}
