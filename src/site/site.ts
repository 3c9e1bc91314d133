import { getCollection, getEntry } from 'astro:content';
import { pageUrl } from '../i18n/links.ts';
import type { SiteInfo } from '../i18n/site-info.ts';
import { createTranslator, type Translator } from '../i18n/t.ts';
import { addressesOf } from '../registry/address.ts';
import { type RegistryEntry, registryOfBuild } from '../registry/astro-loader.ts';
import { buildGraph, type Graph } from '../registry/graph.ts';
import { KIND_NAMES } from '../schema/kinds.ts';
import type { AnyRecord, Registry } from '../schema/registry.ts';
import { recordKey } from '../schema/registry.ts';
import { buildInfo } from './build-info-git.ts';
import { type FileDates, fileDates } from './history-git.ts';
import { stringsOf } from './strings.ts';

/** Everything that pages are made of. */
export interface Site {
  readonly registry: Registry;
  readonly graph: Graph;
  readonly info: SiteInfo;
  readonly repository: RegistryRepository | undefined;
  /** The day of the commit that is built: “today” for everything that ages. */
  readonly today: string;
  /** When each file of the registry came and last changed. */
  readonly dates: ReadonlyMap<string, FileDates>;
  readonly languages: readonly string[];
  readonly t: (lang: string) => Translator;
  /** The path of a page under the host. */
  readonly href: (lang: string, path: string) => string;
}

type RegistryRepository = NonNullable<Registry['config']['repository']>;

let site: Promise<Site> | undefined;

/** The site, worked out once a build. */
export function getSite(): Promise<Site> {
  site ??= makeSite();
  return site;
}

async function makeSite(): Promise<Site> {
  const registry = await registryFromCollections();
  const { config } = registry;
  const { url, base, repository } = addressesOf(config, process.env);
  const translators = new Map(config.languages.map((lang) => [lang, createTranslator(lang, stringsOf(lang, registry.strings))]));
  const build = buildInfo(repository);
  const info: SiteInfo = {
    name: config.name,
    ...(config.tagline === undefined ? {} : { tagline: config.tagline }),
    languages: config.languages,
    url,
    base,
    ...(repository === undefined ? {} : { repositoryUrl: repository.url.replace(/\/$/, '') }),
    ...contactOf(registry, repository),
    dataLicense: { name: config.dataLicense, url: `https://spdx.org/licenses/${config.dataLicense}.html` },
    build,
  };
  return {
    registry,
    graph: buildGraph(registry),
    info,
    repository,
    today: build.date,
    dates: fileDates(registryOfBuild().root),
    languages: config.languages,
    t: (lang) => {
      const t = translators.get(lang);
      if (t === undefined) throw new Error(`${lang} is no interface language of this registry`);
      return t;
    },
    href: (lang, path) => pageUrl(base, lang, path),
  };
}

function contactOf({ config }: Registry, repository: RegistryRepository | undefined): { contactUrl?: string } {
  const { contact } = config;
  const url = contact?.url ?? (contact?.email === undefined ? undefined : `mailto:${contact.email}`);
  const contactUrl = url ?? (repository === undefined ? undefined : `${repository.url.replace(/\/$/, '')}/issues`);
  return contactUrl === undefined ? {} : { contactUrl };
}

/** The registry again, from the collections that the loader filled. */
async function registryFromCollections(): Promise<Registry> {
  const entry = await getEntry('registry', 'registry');
  if (entry === undefined) throw new Error('The registry did not load: run "npm run registry -- validate".');
  const collections = await Promise.all(KIND_NAMES.map((kind) => getCollection(kind)));
  const records = collections.flatMap((entries) => entries.map(({ data }) => data as unknown as AnyRecord));
  records.sort((a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  const known = new Set(records.map(({ kind, id }) => recordKey(kind, id)));
  return { ...(entry.data as unknown as RegistryEntry), records, known, drafts: [] };
}
