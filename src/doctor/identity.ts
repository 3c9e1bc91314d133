import type { RegistryConfig } from '../schema/config.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

interface Told {
  readonly check: string;
  readonly is: (config: RegistryConfig) => string | undefined;
  readonly missing: string;
  /** What is to be given. */
  readonly fix: string;
}

/** What a public site has to tell of itself, and what is lost where it does not. */
const TOLD: readonly Told[] = [
  {
    check: 'owner',
    is: ({ owner }) => owner && `Who answers for this copy is told: ${Object.values(owner.name)[0]}.`,
    missing: 'Nobody is named who answers for this copy; the law of many countries asks public sites for it.',
    fix: '"…", the name of the institution',
  },
  {
    check: 'contact',
    is: ({ contact }) => contact && `People can ask ${contact.email ?? contact.url ?? contact.name}.`,
    missing: 'There is no contact: people are sent to the issues of the repository, which asks them for an account.',
    fix: '…, a page or the mailbox of a team',
  },
  {
    check: 'intake',
    is: ({ intake }) => intake && `Records from people without an account arrive at ${intake}.`,
    missing: 'No mailbox takes records from people without an account at the git host.',
    fix: '…, the mailbox of a team',
  },
  {
    check: 'licence',
    is: ({ dataLicense }) => `The records are under ${dataLicense}.`,
    missing: '',
    fix: '',
  },
];

/** Who the copy is, and whom people reach. */
export const checkIdentity: Check = ({ registry: { config } }) => [
  copyOf(config),
  ...TOLD.map(({ check, is, missing, fix }): Diagnosis => {
    const message = is(config);
    if (message !== undefined) return { check, grade: 'fine', message };
    return { check, grade: 'should', message: missing, fix: settingOf(config, check, fix) };
  }),
];

/** What the program brings is the registry of all zones: where it says nothing of its own, a fork has not begun. */
function copyOf({ id, zones, url, repository, owner }: RegistryConfig): Diagnosis {
  if (zones === '*' && url === undefined && repository === undefined && owner === undefined)
    return {
      check: 'copy',
      grade: 'should',
      message: `registry.yaml is as the program brings it: it says “${id}”, and claims every zone.`,
      fix: 'npm run registry -- init makes it the copy of a zone; the international one says its url and owner.',
    };
  const written = zones === '*' ? 'every zone that it has not delegated' : zones.join(', ');
  return { check: 'copy', grade: 'fine', message: `This is the copy “${id}”, which writes ${written}.` };
}

/** How a setting is made: by the command in a copy; it has no questions for who writes every zone. */
function settingOf({ zones }: RegistryConfig, setting: string, value: string): string {
  return zones === '*'
    ? `Write ${setting} into registry.yaml: ${value}.`
    : `npm run registry -- init --${setting} ${value}`;
}
