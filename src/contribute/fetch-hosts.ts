/**
 * The hosts that the form may ask for a file, on a button that names them: the page's policy allows these and no other. A host that sends no
 * `Access-Control-Allow-Origin` refuses all the same; then people paste.
 */
export const FETCH_HOSTS = ['raw.githubusercontent.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org'] as const;

export function mayFetch(host: string): boolean {
  return (FETCH_HOSTS as readonly string[]).includes(host);
}
