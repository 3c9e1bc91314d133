import type { DataPath } from '../rules/rule.ts';
import { NOT_OPEN } from '../rules/spdx.ts';
import { carryContacts } from './contacts.ts';
import { assertFew, type ForeignOptions, isMap } from './foreign.ts';
import type { Imported } from './imported.ts';
import { type FieldName, type Ledger, openLedger } from './ledger.ts';
import { carryName } from './names.ts';
import { carryOwner, carryProjects } from './organizations.ts';
import { MAINTENANCE_TYPES, SOFTWARE_TYPES } from './publiccode.ts';
import { carrySource } from './source.ts';
import { carryTexts, oneLine, type TextAt, textOf } from './texts.ts';
import {
  addressOf,
  carryEach,
  carryTerms,
  dayOf,
  itemsOf,
  licenceOf,
  mapped,
  platformOf,
  repositoryOf,
  termsFor,
} from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

const STATUSES = {
  ideation: 'concept',
  development: 'development',
  alpha: 'development',
  beta: 'beta',
  'release candidate': 'beta',
  production: 'stable',
  archival: 'obsolete',
};
/** Where an inventory has its entries: version 2, version 1. */
const LISTS = ['releases', 'projects'];
/** What an entry has that files of other formats have not. */
const SIGNS = [
  'permissions',
  'laborHours',
  'repositoryURL',
  'homepageURL',
  'openSourceProject',
  'governmentWideReuseProject',
];

/** True of an inventory or of one entry of it. */
export function isCodeJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isEntry);
  if (!isMap(value)) return false;
  return isEntry(value) || ('agency' in value && LISTS.some((list) => Array.isArray(value[list])));
}

function isEntry(value: unknown): boolean {
  return isMap(value) && 'name' in value && SIGNS.some((key) => key in value);
}

/**
 * Reads a code.json of the United States, version 1 or 2: an agency's inventory, one record for each entry, or one entry. What the inventory
 * itself says is told with the first. https://code.gov/about/compliance/inventory-code, https://github.com/DSACMS/gov-codejson
 */
export function readCodeJson(file: unknown, options: ForeignOptions): Imported[] {
  const things = Array.isArray(file) ? file : LISTS.flatMap((key) => (file as Fields)[key] ?? []);
  assertFew(things);
  if (Array.isArray(file)) return file.map((entry, index) => readEntry({ [index]: entry }, [index], options));
  const inventory = file as Fields;
  const list = LISTS.find((key) => Array.isArray(inventory[key]));
  if (isEntry(inventory) || list === undefined) return [readEntry(inventory, [], options)];
  return (inventory[list] as unknown[]).map((entry, index) => {
    const head = index === 0 ? inventory : {};
    return readEntry({ ...head, [list]: { [index]: entry } }, [list, index], options, inventory['agency']);
  });
}

function readEntry(source: unknown, base: DataPath, options: ForeignOptions, agency?: unknown): Imported {
  const ledger = openLedger('project', source, options.today);
  const at = (...path: DataPath): DataPath => [...base, ...path];
  const set = (to: FieldName, as: (value: unknown) => string | undefined, ...keys: string[]) => {
    for (const key of keys) ledger.set(to, as(ledger.at(...at(key))), at(key));
  };
  ledger.understand(['version'], ['$schema'], ['measurementType', 'method']);
  carryName(ledger, at('name'), []);
  carryDescription(ledger, at);
  set(['status'], (value) => mapped(value, STATUSES), 'status');
  set(['type'], (value) => mapped(value, SOFTWARE_TYPES), 'softwareType');
  carryTerms(ledger, at('categories'), ['functions'], (name) => termsFor(options.vocabularies, 'functions', name));
  // Of closed source the address is given as “private”.
  for (const key of ['repositoryURL', 'repository'])
    if (/^(?:private|none|n\/a)$/i.test(textOf(ledger.at(...at(key))))) ledger.understand(at(key));
    else ledger.set(['repository'], repositoryOf(ledger.at(...at(key))), at(key));
  set(['website'], addressOf, 'homepageURL', 'homepage');
  carryLicence(ledger, at);
  ledger.set(['started'], dayOf(ledger.at(...at('date', 'created'))), at('date', 'created'));
  carryEach(ledger, at('tags'), (value, from) => ledger.add(['tags'], oneLine(value), from));
  carryEach(ledger, at('languages'), (value, from) => ledger.add(['programmingLanguages'], oneLine(value), from));
  for (const key of ['platforms', 'targetOperatingSystems'])
    carryEach(ledger, at(key), (value, from) => ledger.add(['platforms'], platformOf(value), from));
  carryPeople(ledger, at, options, agency);
  const keys = ['codeURL', 'URL', 'url', 'codeName', 'name'];
  carryProjects(ledger, ['related'], at('relatedCode'), options.findRecord, keys);
  carryProjects(ledger, ['basedOn'], at('reusedCode'), options.findRecord, keys);
  carrySource(ledger, 'code.json', options);
  return ledger.finish();
}

type At = (...path: DataPath) => DataPath;

/** The inventories are in English by law. */
function carryDescription(ledger: Ledger, at: At): void {
  const text = (key: string): TextAt => ({ text: textOf(ledger.at(...at(key))), from: at(key) });
  const long = text('longDescription');
  carryTexts(ledger, 'en', { short: text('description'), long: oneLine(long.text) === '' ? undefined : long });
}

/** One licence, of whatever name or address leads to it; source that is exempt or for governments only is not open. */
function carryLicence(ledger: Ledger, at: At): void {
  const usage = itemsOf(ledger, at('permissions', 'usageType'));
  const closed = usage.filter(({ value }) => /^(?:exempt|governmentWideReuse)/i.test(textOf(value)));
  const isOpen = closed.length < usage.length;
  if (isOpen) ledger.understand(...usage.map(({ from }) => from));
  const licences = itemsOf(ledger, at('permissions', 'licenses'));
  // Of several licences the file does not say whether all hold or one may be chosen.
  if (licences.length > 1) ledger.decline('not-understood', ...licences.map(({ from }) => from));
  else for (const { from } of licences) carryOneLicence(ledger, from);
  ledger.set(['license'], licenceOf(ledger.at(...at('license'))), at('license'));
  if (!isOpen && ledger.has(['license']) === undefined)
    for (const { from } of closed) ledger.set(['license'], NOT_OPEN, from);
}

/** By its name, or else by where its text is. */
function carryOneLicence(ledger: Ledger, from: DataPath): void {
  const name = textOf(ledger.at(...from, 'name'));
  const byAddress = licenceOf(ledger.at(...from, 'URL'));
  if (/^(?:none|other|null)$/i.test(name)) ledger.understand([...from, 'name']);
  else ledger.set(['license'], licenceOf(name), [...from, 'name']);
  const held = ledger.has(['license']);
  if (held === undefined || held === byAddress) ledger.set(['license'], byAddress, [...from, 'URL']);
}

function carryPeople(ledger: Ledger, at: At, { findRecord }: ForeignOptions, agency: unknown): void {
  carryOwner(ledger, ['owner'], [at('organization'), ...(agency === undefined ? [] : [['agency']])], findRecord);
  // Inventories name the agency once, for all their entries.
  if (agency !== undefined && ledger.has(['owner']) === undefined)
    ledger.set(['owner'], findRecord('organization', oneLine(agency)));
  const type = mapped(ledger.at(...at('maintenance')), MAINTENANCE_TYPES);
  const isMaintained = ledger.set(['maintenance', 'type'], type, at('maintenance'));
  const contacts = isMaintained ? (['maintenance', 'contacts'] as const) : undefined;
  const url = ['URL', 'url'].find((key) => ledger.at(...at('contact', key)) !== undefined);
  const keys = { name: 'name', email: 'email', ...(url === undefined ? {} : { url }) };
  carryContacts(ledger, contacts, at('contact'), keys, oneLine(ledger.at(...at('organization'))) || undefined);
  for (const { value, from } of itemsOf(ledger, at('partners'))) {
    const id = findRecord('organization', oneLine(isMap(value) ? value['name'] : value));
    ledger.decline('person', [...from, 'email']);
    if (id === undefined) ledger.decline('no-record', isMap(value) ? [...from, 'name'] : from);
    else ledger.add(['partners'], { organization: id }, isMap(value) ? [...from, 'name'] : from);
  }
}
