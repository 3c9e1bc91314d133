import { findingStrings } from '../i18n/finding-words.ts';
import { registryOfBuild } from '../registry/astro-loader.ts';
import { settingsTexts } from '../registry/settings-fs.ts';
import { COUNTRY_CODES } from '../rules/countries.ts';
import { SHAPE_RULES } from '../rules/shape-rules.ts';
import { SUBDIVISIONS } from '../rules/zones.ts';
import type { KeptTable } from '../setup/kept-table.ts';
import { wholeLanguages } from '../setup/languages.ts';
import { makeKeptTable } from '../setup/make-kept-table.ts';
import type { WizardData } from '../setup/wizard/page-data.ts';
import { makeZoneTable } from '../setup/zone-table.ts';
import type { Site } from './make-site.ts';

/** The strings that the wizard shows. */
const NEEDED = /^(?:setup|setupAsk|setupHelp|setupColor|form)\.|^(?:punctuation|country)\.|^status\.stable$/;
const RULES = new Set(SHAPE_RULES.map(({ id }) => id));
const ZONES = makeZoneTable(
  ['eu', 'int', ...[...COUNTRY_CODES].map((code) => code.toLowerCase()).toSorted()],
  [...SUBDIVISIONS].map((code) => code.toLowerCase()),
);

const tables = new WeakMap<Site, KeptTable>();

/** What references lead where, worked out once a site: each language of the page needs it. */
function keptTable(site: Site): KeptTable {
  const known = tables.get(site) ?? makeKeptTable(site.registry);
  tables.set(site, known);
  return known;
}

/** What the wizard's page gives to the program in the browser: everything in it is public already. */
export function wizardData(lang: string, site: Site): WizardData {
  const { registry, info } = site;
  const strings = Object.entries(site.strings(lang)).filter(([key]) => NEEDED.test(key));
  const hasAddress = info.published && info.url.startsWith('https:');
  return {
    lang,
    base: info.base,
    strings: { ...Object.fromEntries(strings), ...findingStrings(site.strings(lang), RULES) },
    config: registry.config,
    federation: registry.federation,
    files: settingsTexts(registryOfBuild()),
    whole: [...wholeLanguages(registry.strings)],
    zones: ZONES,
    kept: keptTable(site),
    ...(hasAddress ? { source: info.url } : {}),
    nextUrl: site.href(lang, 'fork/#steps'),
  };
}
