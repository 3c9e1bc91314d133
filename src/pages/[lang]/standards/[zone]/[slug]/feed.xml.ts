import type { APIRoute } from 'astro';
import { atomFeed } from '../../../../../site/feed.ts';
import { formerAddresses } from '../../../../../site/former-addresses.ts';
import { nameIn } from '../../../../../site/names.ts';
import { formerPaths, recordPaths } from '../../../../../site/routes.ts';
import { getSite } from '../../../../../site/site.ts';

/** Readers keep the address of a feed for years: a standard's former one gives the same feed. */
export const getStaticPaths = async () => [
  ...(await recordPaths('standard')),
  ...(await formerPaths((address) => address.kind === 'standard' && 'to' in address)),
];

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { lang = '', zone = '', slug = '' } = params;
  const former = formerAddresses(site.registry).find(({ path }) => path === `standards/${zone}/${slug}/`);
  const id = former !== undefined && 'to' in former ? former.to : `${zone}/${slug}`;
  const projects = new Set(site.graph.projectsWith(id).map(({ project }) => project));
  const title = nameIn(site.graph.standard(id)?.data.name ?? id, lang, site.languages).text;
  return new Response(atomFeed(title, `standards/${id}/`, site.changes.among([...projects]), lang, site));
};
