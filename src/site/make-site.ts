import { pageUrl } from '../i18n/links.ts';
import type { SiteInfo } from '../i18n/site-info.ts';
import type { PartialStrings } from '../i18n/strings.ts';
import { createTranslator, type Translator } from '../i18n/t.ts';
import { addressesOf } from '../registry/address.ts';
import { buildGraph, type Graph } from '../registry/graph.ts';
import { shownRegistry } from '../registry/overlay/shown-registry.ts';
import type { AnyRecord, Registry } from '../schema/registry.ts';
import { besideOf } from './beside.ts';
import { buildInfo } from './build-info.ts';
import { type Changes, changesOf } from './changes.ts';
import { ownPageLinks } from './own-pages.ts';
import { stringsOf } from './strings.ts';
import { themeInfo } from './theme-info.ts';

/** Everything that pages are made of. */
export interface Site {
  /** As this copy shows it: with its overlays. */
  readonly registry: Registry;
  /** As those say it who write its records. */
  readonly written: Registry;
  readonly graph: Graph;
  readonly info: SiteInfo;
  readonly repository: RegistryRepository | undefined;
  /** The day of the commit that is built: “today” for everything that ages. */
  readonly today: string;
  /** The other records about the same thing, in order of id; nothing is merged. */
  readonly beside: (record: AnyRecord) => readonly AnyRecord[];
  /** What happened to the records, and when. */
  readonly changes: Changes;
  readonly languages: readonly string[];
  readonly t: (lang: string) => Translator;
  /** All strings of an interface language. */
  readonly strings: (lang: string) => PartialStrings;
  /** The path of a page under the host. */
  readonly href: (lang: string, path: string) => string;
}

type RegistryRepository = NonNullable<Registry['config']['repository']>;

/** The site of a registry, as it was loaded: overlays are applied here. */
export function makeSite(written: Registry): Site {
  const registry = shownRegistry(written);
  const { config } = registry;
  const { url, base, published, repository } = addressesOf(config, process.env);
  const strings = new Map(config.languages.map((lang) => [lang, stringsOf(lang, registry.strings)]));
  const translators = new Map(config.languages.map((lang) => [lang, createTranslator(lang, strings.get(lang) ?? {})]));
  const build = buildInfo(repository);
  const info: SiteInfo = {
    name: config.name,
    ...(config.tagline === undefined ? {} : { tagline: config.tagline }),
    languages: config.languages,
    url,
    base,
    published,
    ...(repository === undefined ? {} : { repositoryUrl: repository.url.replace(/\/$/, '') }),
    ...contactOf(registry, repository),
    ...(config.ended === undefined ? {} : { ended: config.ended }),
    dataLicense: { name: config.dataLicense, url: `https://spdx.org/licenses/${config.dataLicense}.html` },
    build,
    ...themeInfo(registry, base),
    ...(registry.pages === undefined ? {} : { ownPages: ownPageLinks(registry) }),
  };
  return {
    registry,
    written,
    graph: buildGraph(registry),
    info,
    repository,
    today: build.date,
    beside: besideOf(registry, url),
    changes: changesOf(registry, build.date, written),
    languages: config.languages,
    t: (lang) => {
      const t = translators.get(lang);
      if (t === undefined) throw new Error(`${lang} is no interface language of this registry`);
      return t;
    },
    strings: (lang) => strings.get(lang) ?? {},
    href: (lang, path) => pageUrl(base, lang, path),
  };
}

function contactOf({ config }: Registry, repository: RegistryRepository | undefined): { contactUrl?: string } {
  const { contact } = config;
  const url = contact?.url ?? (contact?.email === undefined ? undefined : `mailto:${contact.email}`);
  const contactUrl = url ?? (repository === undefined ? undefined : `${repository.url.replace(/\/$/, '')}/issues`);
  return contactUrl === undefined ? {} : { contactUrl };
}
