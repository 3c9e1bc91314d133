import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { KINDS, type Kind } from './kinds.ts';
import { RECORD_ID, schemaVersion, ZONE } from './primitives.ts';

/** Where the file stands in the registry folder. */
export const REVIEWERS_FILE = 'reviewers.yaml';

/** What the larger hosts take as the name of an account or an organization: letters, digits and single signs between them. */
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?=[A-Za-z0-9])){0,63}';
const ACCOUNT = new RegExp(`^${NAME}$`);
const ACCOUNT_OR_TEAM = new RegExp(`^${NAME}(?:/${NAME})?$`);

const account = z.string().max(64).regex(ACCOUNT, { error: EXPECTED.accountName });
const accountOrTeam = z.string().max(129).regex(ACCOUNT_OR_TEAM, { error: EXPECTED.accountOrTeam });

const zoneOrRest = z.string().regex(new RegExp(`${ZONE.source}|^\\*$`), { error: EXPECTED.zoneOrAll });
const FOLDERS: ReadonlySet<string> = new Set(Object.values(KINDS).map(({ folder }) => folder));
const recordPath = z.string().max(90).refine(isRecordPath, { error: EXPECTED.recordPath });

function isRecordPath(path: string): boolean {
  const [folder = '', ...id] = path.split('/');
  return FOLDERS.has(folder) && RECORD_ID.test(id.join('/'));
}

/** `reviewers.yaml`: who at the host is asked about which zone, and who may edit which record without a person. */
export const reviewersSchema = z.strictObject({
  schemaVersion,
  zones: z.record(zoneOrRest, z.array(accountOrTeam).min(1).max(15)).optional().meta({
    title: 'Reviewers by zone',
    description:
      'Accounts and teams at the host that are asked to review, by zone; "*" is for all other zones, for vocabularies, settings and code.',
  }),
  maintainers: z.record(recordPath, z.array(account).min(1).max(15)).optional().meta({
    title: 'Maintainers by record',
    description:
      'Accounts of those who look after a record; where this copy allows it, their own edits are merged without a person.',
  }),
});
export type Reviewers = z.infer<typeof reviewersSchema>;

/** How `maintainers` names a record. */
export function recordPathOf(kind: Kind, id: string): string {
  return `${KINDS[kind].folder}/${id}`;
}
