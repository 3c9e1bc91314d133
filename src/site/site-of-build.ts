import { registryOfBuild } from '../registry/astro-loader.ts';
import { makeSite, type Site } from './make-site.ts';

let site: Site | undefined;

/** The site for what works beside Astro's pages, which have their own: `getSite`. */
export function siteOfBuild(): Site {
  site ??= makeSite(registryOfBuild().registry);
  return site;
}
