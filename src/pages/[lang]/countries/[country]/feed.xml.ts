import type { APIRoute } from 'astro';
import { countriesOf, countryRoutes } from '../../../../site/countries.ts';
import { atomFeed } from '../../../../site/feed.ts';
import { getSite } from '../../../../site/site.ts';

export const getStaticPaths = async () => countryRoutes(await getSite());

export const GET: APIRoute = async ({ params }) => {
  const site = await getSite();
  const { lang = '', country = '' } = params;
  const entry = countriesOf(lang, site).find(({ code }) => code === country);
  if (entry === undefined) throw new Error(`no country ${country}`);
  return new Response(atomFeed(entry.label, `countries/${country}/`, entry.projects, lang, site));
};
