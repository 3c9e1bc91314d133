import { looksShared } from '../rules/personal-address.ts';
import type { DataPath } from '../rules/rule.ts';
import { isMap } from './foreign.ts';
import type { FieldName, Ledger } from './ledger.ts';
import { oneLine } from './texts.ts';
import { addressOf, itemsOf } from './values.ts';

/** Words in the names of teams, in the languages of the formats' first users. */
const TEAM_NAME =
  /(?:^|[\s(/,-])(?:team|teams|group|office|desk|helpdesk|support|service|services|contact|staff|community|department|division|unit|maintainers|developers|équipe|bureau|direction|pôle|ufficio|servizio|gruppo|assistenza|büro|referat|abteilung|dienst|stelle|afdeling|equipo|oficina|equipa)(?:$|[\s)/,-])/iu;

/** The names that parts of a contact have in a format. */
export interface ContactKeys {
  readonly name: string;
  readonly email: string;
  readonly url?: string;
  /** The organization of the person. */
  readonly organization?: string;
}

/**
 * Carries the contacts of a list that are teams: a shared mailbox or a page, by the name of a team or else of the organization. Of people
 * nothing is carried.
 * @param to the list; none where the record has no place for contacts
 * @param organization what a mailbox without a name of its own is called
 */
export function carryContacts(
  ledger: Ledger,
  to: FieldName | undefined,
  path: DataPath,
  keys: ContactKeys,
  organization: string | undefined,
): void {
  for (const { value, from } of itemsOf(ledger, path)) {
    if (isMap(value)) carryContact(ledger, to, value, from, keys, organization);
    else ledger.decline('person', from);
  }
}

function carryContact(
  ledger: Ledger,
  to: FieldName | undefined,
  contact: Readonly<Record<string, unknown>>,
  from: DataPath,
  keys: ContactKeys,
  organization: string | undefined,
): void {
  const at = (key: string | undefined): DataPath => [...from, key ?? ''];
  const read = (key: string | undefined): string => (key === undefined ? '' : oneLine(contact[key]));
  const email = read(keys.email).replace(/^mailto:/i, '');
  const url = addressOf(read(keys.url));
  const ownName = TEAM_NAME.test(read(keys.name)) ? read(keys.name) : '';
  const name = ownName || read(keys.organization) || organization || '';
  const shared = looksShared(email);
  const answers = shared || (url !== '' && ownName !== '');
  if (name === '' || !answers) {
    ledger.decline('person', from);
    return;
  }
  const team = { name, ...(shared ? { email } : {}), ...(url === '' ? {} : { url }) };
  const carried = [...(shared ? [at(keys.email)] : []), ...(url === '' ? [] : [at(keys.url)])];
  if (to === undefined || !ledger.add(to, team, ...carried)) return;
  if (name === read(keys.organization)) ledger.understand(at(keys.organization));
  if (ownName !== '') ledger.understand(at(keys.name));
  else ledger.decline('person', at(keys.name));
  if (email !== '' && !shared) ledger.decline('person', at(keys.email));
}
