import { z } from 'zod';
import { country, day, reference } from './primitives.ts';
import {
  acronym,
  contacts,
  date,
  distinctFrom,
  evidence,
  name,
  recordHead,
  recordTail,
  summary,
  website,
} from './shared.ts';
import { line } from './text.ts';

export const organizationType = z
  .enum(['national', 'regional', 'local', 'international', 'ngo', 'company', 'cooperative', 'university', 'community'])
  .meta({ title: 'Type', description: 'What kind of organization it is.', enumeration: 'organizationType' });

const use = z.strictObject({
  project: reference('project').meta({ title: 'Project', description: 'What it uses, as an id.' }),
  since: date.optional().meta({ title: 'Since', description: 'When the use began.' }),
  until: date.optional().meta({ title: 'Until', description: 'When the use ended.', mayBeFuture: true }),
  scale: line(160).optional().meta({ title: 'Scale', description: 'How much: users, cases, offices.' }),
  purpose: line(160).optional().meta({ title: 'Purpose', description: 'What for.' }),
  evidence: evidence.optional(),
  confirmed: day.optional().meta({
    title: 'Confirmed',
    description:
      'The day on which the adopter last confirmed it here; unconfirmed after 24 months, or where only the evidence tells of the use.',
  }),
  willingToTalk: z
    .boolean()
    .optional()
    .meta({ title: 'Willing to talk', description: 'Whether others may ask about the experience.' }),
});

const endorsement = z.strictObject({
  standard: reference('standard').meta({ title: 'Standard', description: 'The standard, as an id.' }),
  status: z.enum(['mandatory', 'recommended', 'tolerated', 'retired']).meta({
    title: 'Status',
    description: 'How binding it is.',
    enumeration: 'endorsement',
  }),
  evidence,
});

const supply = z.strictObject({
  project: reference('project').meta({ title: 'Project', description: 'What the services are for, as an id.' }),
  services: z
    .array(z.enum(['hosting', 'support', 'development', 'training']).meta({ enumeration: 'service' }))
    .min(1)
    .max(4)
    .meta({ title: 'Services', description: 'What is offered.' }),
});

/** A public body, company, university, community or other organization. */
export const organizationSchema = z.strictObject({
  ...recordHead,
  name,
  acronym: acronym.optional(),
  summary: summary.optional(),
  type: organizationType,
  country: country
    .optional()
    .meta({ title: 'Country', description: 'Its country; left out for an international organization.' }),
  website: website.optional(),
  parent: reference('organization')
    .optional()
    .meta({ title: 'Part of', description: 'The organization that it belongs to, as an id.' }),
  distinctFrom: distinctFrom('organization').optional(),
  contacts: contacts.optional(),
  uses: z.array(use).max(200).optional().meta({ title: 'Uses', description: 'What it uses, by its own word.' }),
  endorses: z
    .array(endorsement)
    .max(200)
    .optional()
    .meta({ title: 'Endorses', description: 'Standards that it makes binding or recommends.' }),
  supplies: z
    .array(supply)
    .max(200)
    .optional()
    .meta({ title: 'Supplies', description: 'Services that it offers for projects, by its own word.' }),
  ...recordTail,
});
export type Organization = z.infer<typeof organizationSchema>;
