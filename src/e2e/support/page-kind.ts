/** `en/projects/*` for the page of a project: the language, the section, and that there is more. `path`: inside the site. */
export function kindOfPage(path: string): string {
  const [language = '', section = '', ...rest] = path.split('/').filter((step) => step !== '');
  return [language, section, ...rest.map(() => '*')].join('/');
}

/** Tells of each page whether it is among the first so many of its kind: what holds for them holds for the rest of one template. */
export function amongFirst(ofEachKind: number): (path: string) => boolean {
  const seen = new Map<string, number>();
  return (path) => {
    const kind = kindOfPage(path);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= ofEachKind;
  };
}
