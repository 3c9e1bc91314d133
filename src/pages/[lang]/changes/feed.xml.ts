import type { APIRoute } from 'astro';
import { atomFeed } from '../../../site/feed.ts';
import { languagePaths } from '../../../site/routes.ts';
import { getSite } from '../../../site/site.ts';

export const getStaticPaths = () => languagePaths();

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { lang = '' } = params;
  return new Response(atomFeed(site.t(lang)('changes.title'), 'changes/', site.changes.all, lang, site));
};
