/** A record shown in a document, with the path that its first line gives. */
export interface SampleRecord {
  readonly folder: string;
  readonly zone: string;
  readonly slug: string;
  readonly yaml: string;
}

/** The YAML blocks of a Markdown text that begin with the path of a record. */
export function sampleRecords(markdown: string): SampleRecord[] {
  const blocks = markdown.matchAll(/^```yaml\n(# registry\/([a-z]+)\/([a-z-]+)\/([a-z0-9-]+)\.yaml\n[\s\S]*?)^```$/gm);
  return [...blocks].map(([, yaml = '', folder = '', zone = '', slug = '']) => ({ folder, zone, slug, yaml }));
}

/** The targets of the links of a Markdown text that lead to this repository or to the text itself, as written. */
export function localLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that a git host gives to the headings of a Markdown text: lower case, punctuation dropped, spaces as hyphens. */
export function headingAnchors(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
