/** The address of a copy, which ends in a slash. */
export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
