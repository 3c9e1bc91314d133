import { z } from 'zod';
import { httpsUrl, reference, version } from './primitives.ts';
import { acronym, description, distinctFrom, name, recordHead, recordTail, summary, website } from './shared.ts';
import { line } from './text.ts';

export const standardStatus = z.enum(['draft', 'current', 'superseded', 'withdrawn']).meta({
  title: 'Status',
  description: 'Whether it is in force.',
  enumeration: 'standardStatus',
});

/** A standard that projects implement and governments endorse. */
export const standardSchema = z.strictObject({
  ...recordHead,
  name,
  acronym: acronym.optional(),
  summary: summary.optional(),
  description: description.optional(),
  steward: line(200).meta({ title: 'Steward', description: 'The organization or group that keeps the standard.' }),
  stewardOrganization: reference('organization').optional().meta({
    title: 'Steward’s record',
    description: 'The steward as the id of an organization, where it has a record.',
  }),
  website: website.optional(),
  specification: httpsUrl
    .optional()
    .meta({ title: 'Specification', description: 'The address of the text of the standard.' }),
  version: version.optional().meta({ title: 'Version', description: 'The current version, in quotes.' }),
  license: line(200)
    .optional()
    .meta({ title: 'Licence', description: 'The licence of the text, as an SPDX expression.', notation: 'spdx' }),
  domain: line(64).meta({
    title: 'Domain',
    description: 'What it is about, a term of the domains vocabulary.',
    vocabulary: 'domains',
  }),
  status: standardStatus,
  replaces: z
    .array(reference('standard'))
    .max(20)
    .optional()
    .meta({ title: 'Replaces', description: 'Standards that it takes the place of.' }),
  distinctFrom: distinctFrom('standard').optional(),
  aliases: z
    .array(line(120))
    .max(20)
    .optional()
    .meta({ title: 'Also called', description: 'Other names that people search for.' }),
  ...recordTail,
});
export type Standard = z.infer<typeof standardSchema>;
