import type { APIRoute } from 'astro';
import { requireText } from '../../../i18n/localized.ts';
import { atomFeed } from '../../../site/feed.ts';
import { languagePaths } from '../../../site/routes.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = () => languagePaths();

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { lang = '' } = params;
  const t = site.t(lang);
  const name = requireText(site.info.name, lang, site.languages).text;
  const title = t('page.title', { page: t('changes.title'), site: name });
  return new Response(atomFeed(title, 'changes/', site.changes.all, lang, site));
};
