import type { APIRoute } from 'astro';
import { requireText } from '../../i18n/localized.ts';
import { atomFeed } from '../../site/feed.ts';
import { languagePaths } from '../../site/routes.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = () => languagePaths();

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const lang = params['lang'] ?? '';
  const title = requireText(site.info.name, lang, site.languages).text;
  return new Response(atomFeed(title, '', site.changes.among(site.graph.projects), lang, site));
};
