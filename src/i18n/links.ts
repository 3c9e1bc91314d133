/** Addresses of the site's own pages. Paths carry neither base nor language and end in a slash: `projects/ca/gc-notify/`. */

/** The path of a page under the host. `base` is taken with or without its slashes; `path` may be empty: the home page. */
export function pageUrl(base: string, lang: string, path = ''): string {
  return assetUrl(base, `${lang}/${withoutSlash(path)}`);
}

/** The path of a file of the site under the host: `assetUrl('/square', 'favicon.svg')` is `/square/favicon.svg`. */
export function assetUrl(base: string, file: string): string {
  const folder = base.split('/').filter(Boolean).join('/');
  return `/${folder ? `${folder}/` : ''}${withoutSlash(file)}`;
}

/** The same with the host, for canonical links and feeds. `siteUrl`: the address of the site; only its origin is used. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href;
}

const withoutSlash = (path: string): string => path.replace(/^\/+/, '');
