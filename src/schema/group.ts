import { z } from 'zod';
import { country, language, reference, zone } from './primitives.ts';
import { acronym, name, recordHead, recordTail, summary, website } from './shared.ts';
import { line } from './text.ts';

/** A working group, community of practice, network or research group. */
export const groupSchema = z.strictObject({
  ...recordHead,
  name,
  acronym: acronym.optional(),
  summary,
  type: z.enum(['working-group', 'community-of-practice', 'network', 'research-group']).meta({
    title: 'Type',
    description: 'What kind of group it is.',
    enumeration: 'groupType',
  }),
  host: line(160).optional().meta({ title: 'Host', description: 'Who runs it.' }),
  hostOrganization: reference('organization')
    .optional()
    .meta({ title: 'Host’s record', description: 'The host as the id of an organization.' }),
  website: website.optional(),
  joining: line(300).optional().meta({ title: 'How to join', description: 'Who may join, and how.' }),
  countries: z
    .array(country)
    .max(250)
    .optional()
    .meta({ title: 'Countries', description: 'The countries of its members.' }),
  zones: z
    .array(zone.meta({ notation: 'zone' }))
    .max(50)
    .optional()
    .meta({ title: 'Zones', description: 'The zones that it works in.' }),
  languages: z
    .array(language)
    .max(50)
    .optional()
    .meta({ title: 'Languages', description: 'The languages that it works in.' }),
  questions: z
    .array(reference('question'))
    .max(50)
    .optional()
    .meta({ title: 'Questions', description: 'The hard questions it works on.' }),
  standards: z
    .array(reference('standard'))
    .max(50)
    .optional()
    .meta({ title: 'Standards', description: 'The standards it works on.' }),
  ...recordTail,
});
export type Group = z.infer<typeof groupSchema>;
