import type { APIRoute, GetStaticPaths } from 'astro';
import { downloadFiles } from '../../site/downloads.ts';
import { getSite } from '../../site/site.ts';

export const getStaticPaths = (async () =>
  downloadFiles(await getSite()).map(({ name }) => ({ params: { file: name } }))) satisfies GetStaticPaths;

/** The files of all records: see src/export/README.md. */
export const GET: APIRoute = async ({ params }) => {
  const file = downloadFiles(await getSite()).find(({ name }) => name === params['file']);
  return file === undefined ? new Response(null, { status: 404 }) : new Response(file.text);
};
