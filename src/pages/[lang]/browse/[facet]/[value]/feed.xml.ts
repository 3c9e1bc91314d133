import type { APIRoute } from 'astro';
import { type BrowseProps, browseRoutes } from '../../../../../site/browse-routes.ts';
import { atomFeed } from '../../../../../site/feed.ts';
import { getSite } from '../../../../../site/site.ts';

export const getStaticPaths = () => browseRoutes();

export const GET: APIRoute<BrowseProps> = async ({ params, props }) => {
  const site = await getSite();
  const { lang = '', facet = '', value = '' } = params;
  const title = site.t(lang)('browse.heading', { facet: props.facetName.text, value: props.title });
  return new Response(atomFeed(title, `browse/${facet}/${value}/`, site.changes.among(props.projects), lang, site));
};
