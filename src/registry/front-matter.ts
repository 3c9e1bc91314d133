/** An MDX file in its two parts. */
export interface FrontMatter {
  /** The YAML between the two `---` lines. */
  readonly yaml: string;
  /** Offset of `yaml` in the file. */
  readonly yamlOffset: number;
  readonly body: string;
  /** Offset of `body` in the file. */
  readonly bodyOffset: number;
}

/** Splits an MDX file; `undefined` where it does not begin with front matter between two `---` lines. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const opening = '---\n';
  if (!text.startsWith(opening)) return undefined;
  const end = text.indexOf('\n---\n', opening.length - 1);
  if (end === -1) return undefined;
  const bodyOffset = end + '\n---\n'.length;
  return {
    yaml: text.slice(opening.length, end + 1),
    yamlOffset: opening.length,
    body: text.slice(bodyOffset),
    bodyOffset,
  };
}
