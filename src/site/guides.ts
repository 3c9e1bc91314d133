import type { SiteInfo } from '../i18n/site-info.ts';
import type { Site } from './make-site.ts';

/** What the guides' MDX may use: values of this copy, so that no address stands in a text. */
export interface GuideProps {
  readonly site: SiteInfo;
  /** The whole copy, for what is counted from its records, and the language to say it in. */
  readonly copy: Site;
  readonly lang: string;
  /** The address of a page in the language of the text, or in the first of the site's where it is not offered. */
  readonly page: (path: string) => string;
  /** Where the host shows a file or folder of the repository. */
  readonly source: (path: string) => string | undefined;
}

export function guideProps(lang: string, site: Site): GuideProps {
  const offered = site.languages.includes(lang) ? lang : (site.languages[0] ?? lang);
  return {
    site: site.info,
    copy: site,
    lang: offered,
    page: (path) => site.href(offered, path),
    source: (path) =>
      site.repository === undefined
        ? undefined
        : `${site.repository.url.replace(/\/$/, '')}/tree/${site.repository.branch}/${path}`,
  };
}
