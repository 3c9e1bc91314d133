import type { Kind } from '../schema/kinds.ts';
import { splitId } from '../schema/registry.ts';
import { getSite } from './site.ts';

/** The interface languages as route parameters. */
export async function languagePaths(): Promise<{ params: { lang: string } }[]> {
  const { languages } = await getSite();
  return languages.map((lang) => ({ params: { lang } }));
}

/** Every record of a kind in every interface language. */
export async function recordPaths(kind: Kind): Promise<{ params: { lang: string; zone: string; slug: string } }[]> {
  const { languages, registry } = await getSite();
  const records = registry.records.filter((record) => record.kind === kind);
  return languages.flatMap((lang) => records.map(({ id }) => ({ params: { lang, ...splitId(id) } })));
}
