import type { APIRoute } from 'astro';
import { atomFeed } from '../../../../../site/feed.ts';
import { nameIn } from '../../../../../site/names.ts';
import { recordPaths } from '../../../../../site/routes.ts';
import { getSite } from '../../../../../site/site.ts';

export const getStaticPaths = () => recordPaths('standard');

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { lang = '', zone = '', slug = '' } = params;
  const id = `${zone}/${slug}`;
  const projects = new Set(site.graph.projectsWith(id).map(({ project }) => project));
  const title = nameIn(site.graph.standard(id)?.data.name ?? id, lang, site.languages).text;
  return new Response(atomFeed(title, `standards/${id}/`, site.changes.among([...projects]), lang, site));
};
