import type { RepositoryFile } from '../../../exchange/repository-files.ts';

/** How long one file may take, in milliseconds. */
const PATIENCE = 15_000;
/** No description of a project is longer, in characters. */
const LONGEST = 1_000_000;

/**
 * The first of the files that there is, as text; `undefined` where the host has none. Throws where the host cannot be asked. Nothing but the
 * request goes to it: no cookie, no address of this page.
 */
export async function fetchFirst(
  files: readonly RepositoryFile[],
): Promise<{ text: string; fileName: string; url: string } | undefined> {
  for (const { fileName, url } of files) {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) return { text: (await response.text()).slice(0, LONGEST), fileName, url };
    if (response.status !== 404) throw new Error(`${url}: ${response.status}`);
  }
  return undefined;
}
