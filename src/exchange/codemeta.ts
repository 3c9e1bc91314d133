import type { DataPath } from '../rules/rule.ts';
import { type ForeignOptions, isMap } from './foreign.ts';
import type { Imported } from './imported.ts';
import { type FieldName, type Ledger, openLedger } from './ledger.ts';
import { carryName } from './names.ts';
import { carryProjects } from './organizations.ts';
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

/** What describes software: https://schema.org/SoftwareSourceCode and its kin. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  SoftwareSourceCode: undefined,
  SoftwareApplication: 'application',
  WebApplication: 'application',
  MobileApplication: 'application',
  WebAPI: 'service',
};
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
/** Where CodeMeta and schema.org say nothing of it, texts are most often in it. */
const USUAL_LANGUAGE = 'en';

/** True of JSON-LD about software. */
export function isCodemeta(value: unknown): value is Fields {
  return isMap(value) && ('@context' in value || '@type' in value) && softwareIn(value).length > 0;
}

/** Reads a codemeta.json, version 2 or 3: one record for each software that it describes. https://codemeta.github.io/terms/ */
export function readCodemeta(file: Fields, options: ForeignOptions): Imported[] {
  return softwareIn(file).map((base, index) => {
    const ledger = openLedger(
      'project',
      index === 0 ? file : { '@graph': { [base[1] ?? 0]: nodeAt(file, base) } },
      options.today,
    );
    ledger.understand(['@context']);
    carrySoftware(ledger, base, languageOfFile(file), options);
    return ledger.finish();
  });
}

/** Where software is described: the file as a whole, or nodes of its graph. */
function softwareIn(file: Fields): DataPath[] {
  if (typeOf(file) !== undefined) return [[]];
  const graph = file['@graph'];
  const nodes = Array.isArray(graph) ? graph : [];
  const found = [...nodes.entries()].filter(([, node]) => isMap(node) && typeOf(node) !== undefined);
  if (found.length === 0 && 'codeRepository' in file) return [[]];
  return found.map(([index]) => ['@graph', index]);
}

function nodeAt(file: Fields, [, index]: DataPath): unknown {
  return (file['@graph'] as unknown[] | undefined)?.[Number(index)];
}

function typeOf(node: Fields): string | undefined {
  const types = [node['@type'] ?? node['type']].flat().map((type) => plainKey(textOf(type)));
  return types.find((type) => Object.hasOwn(TYPES, type));
}

/** A term without its prefix or address: `schema:name`, `https://schema.org/name`. */
function plainKey(key: string): string {
  return key.replace(/^(?:schema:|codemeta:|https?:\/\/(?:www\.)?(?:schema\.org|codemeta\.github\.io\/terms)\/)/, '');
}

function languageOfFile(file: Fields): string {
  const contexts = [file['@context']].flat().filter(isMap);
  const stated = contexts.map((context) => textOf(context['@language'])).find((tag) => tag !== '');
  return languageOf(stated ?? USUAL_LANGUAGE);
}

function carrySoftware(ledger: Ledger, base: DataPath, language: string, options: ForeignOptions): void {
  const at = (term: string): DataPath =>
    ledger.below(...base).find((path) => plainKey(String(path.at(-1))) === term) ?? [...base, term];
  const each = (term: string, carry: (value: unknown, from: DataPath) => void) => carryEach(ledger, at(term), carry);
  /** A text or address, also where it is a thing with a name or an address. */
  const set = (to: FieldName, term: string, as: (value: unknown) => string) =>
    each(term, (value, from) => ledger.set(to, as(plainValue(value)), from));

  const type = at('@type');
  ledger.understand(type, at('type'));
  ledger.set(['type'], TYPES[typeOf(ledger.at(...base) as Fields) ?? '']);
  carryName(ledger, at('name'), []);
  each('description', (value, from) =>
    carryTexts(ledger, languageOf(isMap(value) ? (value['@language'] ?? language) : language), {
      short: { text: textOf(plainValue(value)), from },
    }),
  );
  set(['repository'], 'codeRepository', repositoryOf);
  carryWebsite(ledger, at('url'));
  set(['documentation'], 'softwareHelp', addressOf);
  set(['started'], 'dateCreated', dayOf);
  set(['released'], 'datePublished', dayOf);
  set(['status'], 'developmentStatus', (value) => mapped(textOf(value).replace(/^.*[#/]/, ''), STATUSES) ?? '');
  carryLicences(ledger, itemsOf(ledger, at('license')));
  each('programmingLanguage', (value, from) => ledger.add(['programmingLanguages'], nameOf(value), from));
  carryWords(ledger, at('operatingSystem'), (word, from) => ledger.add(['platforms'], platformOf(word), from));
  carryWords(ledger, at('keywords'), (word, from) => ledger.add(['tags'], word, from));
  each('sameAs', (value, from) => ledger.add(['sameAs'], addressOf(plainValue(value)), from));
  carryTerms(ledger, at('applicationCategory'), ['functions'], (name) =>
    termsFor(options.vocabularies, 'functions', oneLine(name).toLowerCase().replaceAll(' ', '-')),
  );
  each('identifier', (value, from) => carryIdentifier(ledger, nameOf(value), from));
  for (const [term, to] of [
    ['softwareRequirements', 'dependsOn'],
    ['isBasedOn', 'basedOn'],
  ] as const)
    carryProjects(ledger, [to], at(term), options.findRecord, nameOf);
  for (const term of PEOPLE) carryAgents(ledger, at(term), ORGANIZATIONS.includes(term), options.findRecord);
  carrySource(ledger, 'codemeta.json', options);
}

/** What a value says, where it may be a thing of its own. */
function plainValue(value: unknown): unknown {
  if (!isMap(value)) return value;
  return value['@value'] ?? value['url'] ?? value['@id'] ?? value['name'];
}

function nameOf(value: unknown): string {
  return oneLine(isMap(value) ? (value['name'] ?? value['value'] ?? plainValue(value)) : value);
}

/** The address is often that of the repository again. */
function carryWebsite(ledger: Ledger, from: DataPath): void {
  const address = addressOf(plainValue(ledger.at(...from)));
  if (repositoryOf(address) === ledger.has(['repository'])) ledger.understand(from);
  else ledger.set(['website'], address, from);
}

/** Of several licences the file does not say whether all hold or one may be chosen. */
function carryLicences(ledger: Ledger, licences: readonly { value: unknown; from: DataPath }[]): void {
  if (licences.length > 1) ledger.decline('not-understood', ...licences.map(({ from }) => from));
  else for (const { value, from } of licences) ledger.set(['license'], licenceOf(value), from);
}

/** Words in a list, or in one text with commas. */
function carryWords(ledger: Ledger, path: DataPath, carry: (word: string, from: DataPath) => boolean): void {
  carryEach(ledger, path, (value, from) => {
    const words = nameOf(value)
      .split(/\s*[,;]\s*/)
      .filter((word) => word !== '');
    const results = words.map((word) => carry(word, from));
    if (results.includes(false)) ledger.decline('not-understood', from);
  });
}

function carryIdentifier(ledger: Ledger, text: string, from: DataPath): void {
  const wikidata = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d*)$/.exec(text)?.[1];
  if (wikidata !== undefined) ledger.set(['identifiers', 'wikidata'], wikidata, from);
  else if (/^swh:1:/.test(text)) ledger.set(['identifiers', 'swhid'], text, from);
}

/** People are not carried; an organization that has a record may be the owner. What has no type may be a person. */
function carryAgents(ledger: Ledger, path: DataPath, mayOwn: boolean, find: ForeignOptions['findRecord']): void {
  for (const { value, from } of itemsOf(ledger, path)) {
    const isPerson =
      isMap(value) &&
      (/Person$/.test(textOf(value['@type'] ?? value['type'])) || 'givenName' in value || 'familyName' in value);
    const isOrganization = isMap(value) && /Organi[sz]ation$/.test(textOf(value['@type'] ?? value['type']));
    const names = isMap(value) ? [value['name'], value['url'], value['@id']] : [value];
    const id = isPerson
      ? undefined
      : names
          .map(oneLine)
          .map((name) => (name === '' ? undefined : find('organization', name)))
          .find(Boolean);
    if (id !== undefined && mayOwn) ledger.set(['owner'], id, from);
    else ledger.decline(isOrganization ? (mayOwn ? 'no-record' : 'no-field') : 'person', from);
  }
}
