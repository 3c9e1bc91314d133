import { KINDS, type Kind } from '../schema/kinds.ts';
import { splitId } from '../schema/registry.ts';
import { type FormerAddress, formerAddresses } from './former-addresses.ts';
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

/** Every former address in every interface language; `kind` is the folder of its pages. */
export async function formerPaths(
  wanted: (address: FormerAddress) => boolean = () => true,
): Promise<{ params: { lang: string; kind: string; zone: string; slug: string } }[]> {
  const { languages, registry } = await getSite();
  const addresses = formerAddresses(registry).filter(wanted);
  return languages.flatMap((lang) =>
    addresses.map(({ kind, id }) => ({ params: { lang, kind: KINDS[kind].folder, ...splitId(id) } })),
  );
}
