import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestSite } from '../support/test-sites.ts';

/** The file that a static host answers an address of the site with; `undefined` where it answers 404, or where the address is not the site's. */
export function fileAt(site: TestSite, address: URL): string | undefined {
  if (address.origin !== new URL(site.url).origin || !address.pathname.startsWith(site.base)) return undefined;
  const path = decodeURIComponent(address.pathname.slice(site.base.length));
  const file = join(site.folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

const ids = new Map<string, ReadonlySet<string>>();

/** The ids that links may jump to in a built HTML file. */
export function idsIn(file: string): ReadonlySet<string> {
  const known = ids.get(file);
  if (known !== undefined) return known;
  const found = new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? ''));
  ids.set(file, found);
  return found;
}
