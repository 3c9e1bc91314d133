/** A finished release, `v1.2.3`; what comes before one, as `v1.2.3-rc.1`, is taken where it is named only. */
const VERSION = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/;

/** True for the tag of a finished version. */
export function isVersionTag(tag: string): boolean {
  return VERSION.test(tag);
}

/** The newest version among some names, as it is written there. */
export function newestVersion(names: readonly string[]): string | undefined {
  return names.filter(isVersionTag).toSorted(compareVersions).at(-1);
}

/** Below zero where the first is older; zero where one of the two is no finished version. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [VERSION.exec(one)?.slice(1).map(Number), VERSION.exec(other)?.slice(1).map(Number)];
  if (a === undefined || b === undefined) return 0;
  return a.map((number, at) => number - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
