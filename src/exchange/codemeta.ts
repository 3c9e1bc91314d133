import type { DataPath } from '../rules/rule.ts';
import { assertFew, type ForeignOptions, isMap } from './foreign.ts';
import type { Imported } from './imported.ts';
import { type FieldName, type Ledger, openLedger } from './ledger.ts';
import { LINKED_TYPES, languageOfFile, plainKey, softwareIn, typeOf, viewOf } from './linked-data.ts';
import { carryProjects, findNamed } from './organizations.ts';
import { carrySource } from './source.ts';
import { carryTexts, oneLine, textOf } from './texts.ts';
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

type Fields = Readonly<Record<string, unknown>>;

/** https://www.repostatus.org/; what was suspended or moved may be anything. */
const STATUSES = {
  concept: 'concept',
  wip: 'development',
  active: 'stable',
  inactive: 'stable',
  unsupported: 'obsolete',
  abandoned: 'obsolete',
};
/** Who may be the owner, the likeliest first. */
const ORGANIZATIONS = [
  'producer',
  'provider',
  'publisher',
  'copyrightHolder',
  'maintainer',
  'creator',
  'author',
  'sponsor',
];
const PEOPLE = [...ORGANIZATIONS, 'contributor', 'editor', 'funder'];
/** Reads a codemeta.json, version 2 or 3: one record for each software that it describes. https://codemeta.github.io/terms/ */
export function readCodemeta(file: Fields, options: ForeignOptions): Imported[] {
  const places = softwareIn(file);
  assertFew(places);
  return places.map((base, index) => {
    const ledger = openLedger('project', viewOf(file, base, places, index === 0), options.today);
    carryContext(ledger);
    carrySoftware(ledger, base, languageOfFile(file), options);
    return ledger.finish();
  });
}

/** What the terms mean is known; a context of the file's own may say more. */
function carryContext(ledger: Ledger): void {
  for (const { value, from } of itemsOf(ledger, ['@context']))
    ledger.understand(isMap(value) ? [...from, '@language'] : from);
}

function carrySoftware(ledger: Ledger, base: DataPath, language: string, options: ForeignOptions): void {
  const { findRecord, vocabularies } = options;
  const at = (term: string): DataPath =>
    ledger.below(...base).find((path) => plainKey(String(path.at(-1))) === term) ?? [...base, term];
  const each = (term: string, carry: (value: unknown, from: DataPath) => void) => carryPlain(ledger, at(term), carry);
  const set = (to: FieldName, term: string, as: (value: unknown) => string) =>
    each(term, (value, from) => ledger.set(to, as(value), from));

  ledger.understand(at('@type'), at('type'));
  ledger.set(['type'], LINKED_TYPES[typeOf(ledger.at(...base) as Fields) ?? '']);
  carryNames(ledger, at('name'));
  for (const { value, from } of itemsOf(ledger, at('description'))) {
    const { text, place } = plainAt(ledger, value, from);
    const own = isMap(value) ? (value['@language'] ?? language) : language;
    carryTexts(ledger, languageOf(own), { short: { text: textOf(text), from: place } });
  }
  set(['repository'], 'codeRepository', repositoryOf);
  each('url', (value, from) => carryWebsite(ledger, value, from));
  set(['documentation'], 'softwareHelp', addressOf);
  set(['started'], 'dateCreated', dayOf);
  set(['released'], 'datePublished', dayOf);
  set(['status'], 'developmentStatus', (value) => mapped(textOf(value).replace(/^.*[#/]/, ''), STATUSES) ?? '');
  carryLicences(ledger, at('license'));
  each('programmingLanguage', (value, from) => ledger.add(['programmingLanguages'], oneLine(value), from));
  each('operatingSystem', (value, from) =>
    carryWords(ledger, value, from, (word) => ledger.add(['platforms'], platformOf(word), from)),
  );
  each('keywords', (value, from) => carryWords(ledger, value, from, (word) => ledger.add(['tags'], word, from)));
  each('sameAs', (value, from) => ledger.add(['sameAs'], addressOf(value), from));
  carryTerms(ledger, at('applicationCategory'), ['functions'], (name) =>
    termsFor(vocabularies, 'functions', oneLine(name).replaceAll(' ', '-')),
  );
  each('identifier', (value, from) => carryIdentifier(ledger, textOf(value), from));
  for (const [term, to] of [
    ['softwareRequirements', 'dependsOn'],
    ['isBasedOn', 'basedOn'],
  ] as const)
    carryProjects(ledger, [to], at(term), findRecord, ['codeRepository', 'url', '@id', 'name']);
  for (const term of PEOPLE) carryAgents(ledger, at(term), ORGANIZATIONS.includes(term), findRecord);
  carrySource(ledger, 'codemeta.json', options);
}

/** Where things that stand in place of a text say what the text would say, in this order. */
const PLAIN_KEYS = ['@value', 'value', 'name', 'url', '@id'];

/** The text or address that a value is, or that the thing in place of it says, and its place. */
function plainAt(ledger: Ledger, value: unknown, from: DataPath): { text: unknown; place: DataPath } {
  if (!isMap(value)) return { text: value, place: from };
  ledger.understand([...from, '@type'], [...from, 'type'], [...from, '@language']);
  const key = PLAIN_KEYS.find((name) => textOf(value[name]) !== '') ?? '@value';
  return { text: value[key], place: [...from, key] };
}

function carryPlain(ledger: Ledger, path: DataPath, carry: (value: unknown, from: DataPath) => void): void {
  carryEach(ledger, path, (value, from) => {
    const { text, place } = plainAt(ledger, value, from);
    carry(text, place);
  });
}

/** A name, or one for each language. */
function carryNames(ledger: Ledger, path: DataPath): void {
  const names = itemsOf(ledger, path);
  const isLocal = names.length > 1 && names.every(({ value }) => isMap(value) && '@language' in value);
  for (const { value, from } of names) {
    const { text, place } = plainAt(ledger, value, from);
    const to: FieldName = isLocal && isMap(value) ? ['name', languageOf(value['@language'])] : ['name'];
    ledger.set(to, oneLine(text), place);
  }
}

/** The address is often that of the repository again. */
function carryWebsite(ledger: Ledger, value: unknown, from: DataPath): void {
  const address = addressOf(value);
  if (repositoryOf(address) === ledger.has(['repository'])) ledger.understand(from);
  else ledger.set(['website'], address, from);
}

/** Of several licences the file does not say whether all hold or one may be chosen. */
function carryLicences(ledger: Ledger, path: DataPath): void {
  const licences = itemsOf(ledger, path);
  if (licences.length > 1) ledger.decline('not-understood', ...licences.map(({ from }) => from));
  else carryPlain(ledger, path, (value, from) => ledger.set(['license'], licenceOf(value), from));
}

/** Words in one text, with commas. */
function carryWords(ledger: Ledger, value: unknown, from: DataPath, carry: (word: string) => boolean): void {
  const words = oneLine(value).split(/ ?[,;] ?/);
  const results = words.filter((word) => word !== '').map(carry);
  if (results.includes(false)) ledger.decline('not-understood', from);
}

function carryIdentifier(ledger: Ledger, text: string, from: DataPath): void {
  const wikidata = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d*)$/.exec(text)?.[1];
  if (wikidata !== undefined) ledger.set(['identifiers', 'wikidata'], wikidata, from);
  else if (/^swh:1:/.test(text)) ledger.set(['identifiers', 'swhid'], text, from);
}

/** People are not carried; an organization that has a record may be the owner. What has no type may be a person. */
function carryAgents(ledger: Ledger, path: DataPath, mayOwn: boolean, find: ForeignOptions['findRecord']): void {
  for (const { value, from } of itemsOf(ledger, path)) {
    const type = isMap(value) ? textOf(value['@type'] ?? value['type']) : '';
    const isPerson = /Person$/.test(type) || (isMap(value) && ('givenName' in value || 'familyName' in value));
    const places = isMap(value) ? ['name', 'url', '@id'].map((key) => [...from, key]) : [from];
    const ids = places.map((place) => findNamed(find, 'organization', ledger.at(...place)));
    const id = isPerson ? undefined : ids.find((found) => found !== undefined);
    if (id !== undefined && mayOwn) ledger.set(['owner'], id, ...places, [...from, '@type']);
    else if (/Organi[sz]ation$/.test(type)) ledger.decline(mayOwn ? 'no-record' : 'no-field', from);
    else ledger.decline('person', from);
  }
}
