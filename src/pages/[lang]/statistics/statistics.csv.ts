import type { APIRoute } from 'astro';
import { languagePaths } from '../../../site/routes.ts';
import { getSite } from '../../../site/site.ts';
import { statisticsCsv } from '../../../site/statistics-csv.ts';

export const getStaticPaths = () => languagePaths();

export const GET: APIRoute = async ({ params }) => new Response(statisticsCsv(params['lang'] ?? '', await getSite()));
