/** A table of `REUSE.toml`: https://reuse.software/spec-3.3/#reusetoml */
interface Annotation {
  readonly path: string | readonly string[];
  readonly 'SPDX-FileCopyrightText': string | readonly string[];
  readonly 'SPDX-License-Identifier': string;
}

export interface ReuseFile {
  readonly version: number;
  readonly annotations: readonly Annotation[];
}

export interface Rights {
  readonly license: string;
  readonly holders: readonly string[];
}

/** Whose a file is and under which licence: the last table that matches it counts. `undefined` where none does. */
export function rightsOf(path: string, reuse: ReuseFile): Rights | undefined {
  const annotation = reuse.annotations.findLast((table) => asList(table.path).some((glob) => matches(path, glob)));
  if (annotation === undefined) return undefined;
  return { license: annotation['SPDX-License-Identifier'], holders: asList(annotation['SPDX-FileCopyrightText']) };
}

/** Licences named without a text, and texts that no file needs. `texts` are the names of the files in `LICENSES/`. */
export function unevenLicences(reuse: ReuseFile, texts: readonly string[]): { missing: string[]; unused: string[] } {
  const named = new Set(reuse.annotations.map((table) => `${table['SPDX-License-Identifier']}.txt`));
  return {
    missing: [...named].filter((name) => !texts.includes(name)),
    unused: texts.filter((name) => !named.has(name)),
  };
}

/** The words of a licence, without layout and punctuation: publishers wrap and quote the same text in different ways. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** REUSE's globs: `**` is any path, `*` any part of a name, and both match names that begin with a dot. */
function matches(path: string, glob: string): boolean {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${pattern}$`).test(path);
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
