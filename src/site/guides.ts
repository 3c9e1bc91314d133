import { FORM_PATH } from '../contribute/form-address.ts';
import { requestsPage } from '../contribute/send/host-pages.ts';
import { mailTo } from '../contribute/send/mail.ts';
import type { Crumb, SiteInfo } from '../i18n/site-info.ts';
import type { Translator } from '../i18n/t.ts';
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
  /** Where the host lists the proposals that are open. */
  readonly requests: string | undefined;
  /** Where people without an account send a record: the mailbox for them, else the contact of this copy. */
  readonly intake: string | undefined;
}

/** The path of a guide, from its id in the collection: `contribute/next` of `en/contribute/next`. */
export function guideName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** Where the guide to a copy of one's own begins. */
export const FORK_PATH = 'fork/';

/** The steps above a guide that stands below another page. */
export function guideCrumbs(guide: string, t: Translator): Crumb[] {
  if (guide.startsWith(FORM_PATH)) return [{ label: t('nav.contribute'), path: FORM_PATH }];
  return guide.startsWith(FORK_PATH) ? [{ label: t('nav.fork'), path: FORK_PATH }] : [];
}

/** What a guide may use: facts of this copy, and addresses in the language of the page. */
export function guideProps(lang: string, site: Site): GuideProps {
  const offered = site.languages.includes(lang) ? lang : (site.languages[0] ?? lang);
  const { repository, info } = site;
  return {
    site: info,
    copy: site,
    lang: offered,
    page: (path) => site.href(offered, path),
    source: (path) =>
      repository === undefined ? undefined : `${repository.url.replace(/\/$/, '')}/tree/${repository.branch}/${path}`,
    requests: repository === undefined ? undefined : requestsPage(repository),
    intake: intakeUrl(site),
  };
}

/** Where people without an account send a record: the mailbox for them, else the contact of this copy. */
function intakeUrl({ registry, info }: Site): string | undefined {
  const { intake } = registry.config;
  return intake === undefined ? info.contactUrl : mailTo(intake);
}
