import type { DataPath } from '../rules/rule.ts';
import { carryContacts } from './contacts.ts';
import { type ForeignOptions, isMap } from './foreign.ts';
import type { Imported } from './imported.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { carryName } from './names.ts';
import { carryOwner, carryProjects } from './organizations.ts';
import { carrySource } from './source.ts';
import { carryTexts, oneLine, type TextAt, textOf } from './texts.ts';
import {
  addressOf,
  carryEach,
  carryTerms,
  dayOf,
  itemsOf,
  languageOf,
  licenceOf,
  mapped,
  platformOf,
  repositoryOf,
  termsFor,
} from './values.ts';

/** What `softwareType` means here: what stands alone is an application, whatever it runs on. */
export const SOFTWARE_TYPES: Readonly<Record<string, string>> = {
  'standalone/mobile': 'application',
  'standalone/iot': 'application',
  'standalone/desktop': 'application',
  'standalone/web': 'application',
  'standalone/frontend': 'application',
  'standalone/backend': 'application',
  'standalone/other': 'application',
  softwareaddon: 'component',
  addon: 'component',
  library: 'library',
};
const STATUSES = ownWords('concept', 'development', 'beta', 'stable', 'obsolete');
export const MAINTENANCE_TYPES = ownWords('internal', 'contract', 'community', 'none');

/** A list whose words mean the same here. */
function ownWords(...words: string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, word]));
}

/**
 * Reads a publiccode.yml, 0.1 to 0.5, https://yml.publiccode.tools/. What countries and catalogues add has no field here, nor have the numbers
 * and days of releases: they say when it last changed, not when it was first put to use.
 */
export function readPubliccode(file: Readonly<Record<string, unknown>>, options: ForeignOptions): Imported {
  const ledger = openLedger('project', file, options.today);
  ledger.understand(['publiccodeYmlVersion'], ['publiccode-yaml-version']);
  carryDescriptions(ledger);
  ledger.set(['type'], mapped(ledger.at('softwareType'), SOFTWARE_TYPES), ['softwareType']);
  ledger.set(['status'], mapped(ledger.at('developmentStatus'), STATUSES), ['developmentStatus']);
  carryTerms(ledger, ['categories'], ['functions'], (name) => termsFor(options.vocabularies, 'functions', name));
  carryAddresses(ledger, options);
  ledger.set(['license'], licenceOf(ledger.at('legal', 'license')), ['legal', 'license']);
  ledger.set(['started'], dayOf(ledger.at('creationDate')), ['creationDate']);
  carryUse(ledger, options);
  carryOrganizations(ledger, options);
  carryProjects(ledger, ['basedOn'], ['isBasedOn'], options.findRecord);
  for (const group of ['open', 'proprietary'])
    carryProjects(ledger, ['dependsOn'], ['dependsOn', group], options.findRecord);
  carrySource(ledger, 'publiccode.yml', options);
  return ledger.finish();
}

function carryDescriptions(ledger: Ledger): void {
  const parts = ledger.below('description');
  // A text without a language could be in any.
  ledger.decline('not-understood', ...parts.filter((path) => !isMap(ledger.at(...path))));
  const languages = parts
    .filter((path) => isMap(ledger.at(...path)))
    .map((path) => ({ path, language: languageOf(path.at(-1)) }));
  carryName(
    ledger,
    ['name'],
    languages.map(({ path, language }) => ({ language, from: [...path, 'localisedName'] })),
  );
  for (const { path, language } of languages) {
    const at = (key: string): TextAt => ({ text: textOf(ledger.at(...path, key)), from: [...path, key] });
    const long = at('longDescription');
    const features = itemsOf(ledger, [...path, 'features']).map(({ value, from }) => ({ text: textOf(value), from }));
    carryTexts(ledger, language, {
      short: at('shortDescription'),
      long: oneLine(long.text) === '' ? undefined : long,
      features: features.filter(({ text }) => oneLine(text) !== ''),
    });
    ledger.set(['documentation'], addressOf(at('documentation').text), at('documentation').from);
    ledger.set(['api'], addressOf(at('apiDocumentation').text), at('apiDocumentation').from);
  }
}

function carryAddresses(ledger: Ledger, { url }: ForeignOptions): void {
  ledger.set(['repository'], repositoryOf(ledger.at('url')), ['url']);
  ledger.set(['website'], addressOf(ledger.at('landingURL')), ['landingURL']);
  ledger.set(['roadmap'], addressOf(ledger.at('roadmap')), ['roadmap']);
  if (/\/publiccode\.ya?ml$/i.test(url ?? '')) ledger.set(['publiccode'], url);
}

/** For whom it was made, in which languages, and what it runs on. */
function carryUse(ledger: Ledger, { vocabularies }: ForeignOptions): void {
  carryTerms(ledger, ['intendedAudience', 'scope'], ['audience', 'scope'], (name) =>
    termsFor(vocabularies, 'audiences', name),
  );
  for (const key of ['countries', 'unsupportedCountries'])
    carryEach(ledger, ['intendedAudience', key], (value, from) =>
      ledger.add(['audience', key], textOf(value).trim().toUpperCase(), from),
    );
  carryEach(ledger, ['platforms'], (value, from) => ledger.add(['platforms'], platformOf(value), from));
  carryEach(ledger, ['localisation', 'availableLanguages'], (value, from) =>
    ledger.add(['interfaceLanguages'], languageOf(value), from),
  );
}

/** Who decides about it and who keeps it working. Of people nothing is carried. */
function carryOrganizations(ledger: Ledger, { findRecord }: ForeignOptions): void {
  const owners: DataPath[] = [
    ['legal', 'repoOwner'],
    ['organisation', 'name'],
    ['organisation', 'uri'],
    ['legal', 'mainCopyrightOwner'],
  ];
  carryOwner(ledger, ['owner'], owners, findRecord);
  const organization = oneLine(ledger.at('organisation', 'name') ?? ownerName(ledger, findRecord)) || undefined;
  const type = mapped(ledger.at('maintenance', 'type'), MAINTENANCE_TYPES);
  const isMaintained = ledger.set(['maintenance', 'type'], type, ['maintenance', 'type']);
  const keys = { name: 'name', email: 'email', organization: 'affiliation' };
  // The kind of maintenance is what the other fields stand beside.
  const contacts = isMaintained ? (['maintenance', 'contacts'] as const) : undefined;
  for (const path of [['maintenance', 'contacts'], ['contact']])
    carryContacts(ledger, contacts, path, keys, organization);
  ledger.decline('person', ['authors'], ['contributors'], ['legal', 'authorsFile']);
  for (const path of ledger.below('maintenance', 'contractors')) carryContractor(ledger, path, isMaintained);
}

/** The name in the file of an organization that has a record; other names may be those of people. */
function ownerName(ledger: Ledger, findRecord: ForeignOptions['findRecord']): unknown {
  const name = ledger.at('legal', 'repoOwner');
  return findRecord('organization', oneLine(name)) === undefined ? undefined : name;
}

function carryContractor(ledger: Ledger, path: DataPath, isMaintained: boolean): void {
  ledger.decline('person', [...path, 'email'], [...path, 'phone']);
  if (!isMaintained) return;
  const isNamed = isMap(ledger.at(...path));
  const name = isNamed ? [...path, 'name'] : path;
  ledger.add(['maintenance', 'contractors'], oneLine(ledger.at(...name)), name);
  ledger.set(['maintenance', 'until'], dayOf(ledger.at(...path, 'until')), [...path, 'until']);
}
