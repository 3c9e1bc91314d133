import type { APIRoute } from 'astro';
import { knownRecords } from '../../contribute/known/publish.ts';
import { getSite } from '../../site/site.ts';

/** What the form has to know of the records that stand: see src/contribute/known/known.ts. */
export const GET: APIRoute = async () => Response.json(knownRecords((await getSite()).registry));
