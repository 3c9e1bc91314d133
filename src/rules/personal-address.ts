import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const MAIL_PROVIDERS =
  /@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|gmx|web|aol|proton|protonmail|mail|qq|163|yandex|laposte|orange|free|wanadoo|libero|naver)\.[a-z.]{2,8}$/i;
/** `first.last@`, `f.last@`: how organizations name the mailboxes of people. */
const PERSON_LIKE = /^[a-z]+[._][a-z]{2,}@/i;
/** Words of mailboxes that teams share, in the languages of the registry's first records. */
const TEAM_WORDS =
  /(?:^|[._-])(?:info|contact|contacto|contatto|kontakt|support|help|hello|team|equipe|equipo|office|open|source|opensource|dev|devs|data|digital|service|services|security|press|admin|project|projects|product|registry|community|accessibility|feedback|general|public|media)(?:[._@-]|$)/i;

const isEmail: Wanted = ({ notation }) => notation === 'email';

export const personalAddress: RegistryRule = {
  id: 'personal-address',
  severity: 'warning',
  doc: {
    title: 'Contacts are teams, not people',
    why: 'People change their work and have a right not to stand in a public register for ever; git keeps what was once written.',
    mend: 'Give a shared mailbox or a contact page. If this is a shared mailbox, say so in the pull request.',
  },
  messages: { personal: '“{email}” looks like the address of a person.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isEmail)) {
        const email = String(value);
        if (!looksPersonal(email)) continue;
        report({
          code: 'personal',
          file: record.file,
          path,
          found: email,
          values: { email },
          expected: phrase('sharedMailbox'),
        });
      }
    }
  },
};

function looksPersonal(email: string): boolean {
  return !looksShared(email) && (MAIL_PROVIDERS.test(email) || PERSON_LIKE.test(email));
}

/** True for the mailbox of a team, as far as its address tells: of other mailboxes nobody knows. */
export function looksShared(email: string): boolean {
  return TEAM_WORDS.test(email.replace(/@.*/, '@'));
}
