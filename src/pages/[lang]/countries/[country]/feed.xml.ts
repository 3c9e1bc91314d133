import type { APIRoute } from 'astro';
import { type CountryEntry, countryRoutes } from '../../../../site/countries.ts';
import { atomFeed } from '../../../../site/feed.ts';
import { getSite } from '../../../../site/site.ts';

export const getStaticPaths = async () => countryRoutes(await getSite());

export const GET: APIRoute<{ entry: CountryEntry }> = async ({ params, props: { entry } }) => {
  const site = await getSite();
  const { lang = '' } = params;
  const changes = site.changes.among(entry.projects);
  return new Response(atomFeed(entry.label, `countries/${entry.code}/`, changes, lang, site));
};
