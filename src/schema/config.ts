import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { KIND_NAMES } from './kinds.ts';
import { day, email, httpsUrl, languageTag, localized, schemaVersion, slug, zone } from './primitives.ts';
import { projectStatus } from './project.ts';
import { contact } from './shared.ts';
import { standardStatus } from './standard.ts';
import { SYNC_BOUNDS } from './sync-bounds.ts';
import { line } from './text.ts';
import { VOCABULARY_KINDS } from './vocabulary.ts';

const extensionField = z.strictObject({
  key: z
    .string()
    .max(64)
    .regex(/^[a-z][a-zA-Z0-9]*$/, { error: EXPECTED.fieldKey })
    .meta({ title: 'Key', description: 'The field’s name in the record.' }),
  kinds: z
    .array(z.enum(['project', 'organization', 'standard', 'group', 'funding', 'notice', 'question', 'note']))
    .min(1)
    .meta({
      title: 'Kinds',
      description: 'The kinds of record that may carry it.',
    }),
  type: z
    .enum(['text', 'number', 'boolean', 'date', 'url', 'choice', 'choices'])
    .meta({ title: 'Type', description: 'What values it takes.' }),
  label: localized(line(80)).meta({ title: 'Label', description: 'What people read, in each language.' }),
  help: localized(line(200)).optional().meta({ title: 'Help', description: 'One sentence of help.' }),
  values: z
    .record(slug, localized(line(80)))
    .optional()
    .meta({ title: 'Values', description: 'For choices: the values and their labels.' }),
});

/** `registry.yaml`: who this copy is. Addresses left out here are taken from the environment of the build. */
export const registryConfigSchema = z.strictObject({
  schemaVersion,
  id: slug.meta({ title: 'Id', description: 'A short name of this copy, used when copies exchange records.' }),
  name: localized(line(80)).meta({ title: 'Name', description: 'What the site is called.' }),
  tagline: localized(line(120))
    .optional()
    .meta({ title: 'Tagline', description: 'The half-sentence beside the name.' }),
  zones: z.union([z.literal('*'), z.array(zone).min(1).max(300)]).meta({
    title: 'Zones',
    description: 'The zones that this copy may write; "*" for all that are not delegated.',
  }),
  languages: z
    .array(languageTag.meta({ notation: 'language' }))
    .min(1)
    .max(40)
    .meta({
      title: 'Languages',
      description: 'The interface languages, the first being the main one.',
    }),
  url: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[^\s?#]+\/$/, { error: EXPECTED.siteAddress })
    .optional()
    .meta({ title: 'Address', description: 'The address of the site with its base path, ending in a slash.' }),
  repository: z
    .strictObject({
      url: httpsUrl.meta({ title: 'Address', description: 'The address of this registry’s repository.' }),
      branch: line(120).meta({ title: 'Branch', description: 'The branch that contributions go to.' }),
      host: z
        .enum(['github', 'gitlab', 'forgejo'])
        .meta({ title: 'Host', description: 'The software of the git host.' }),
    })
    .optional()
    .meta({ title: 'Repository', description: 'Where contributions go.' }),
  owner: z
    .strictObject({
      name: localized(line(160)).meta({ title: 'Name', description: 'Who answers for this copy.' }),
      url: httpsUrl.optional().meta({ title: 'Page', description: 'The owner’s own page.' }),
    })
    .optional()
    .meta({ title: 'Owner', description: 'Who answers for this copy.' }),
  contact: contact.optional().meta({ title: 'Contact', description: 'Where people ask.' }),
  intake: email
    .optional()
    .meta({ title: 'Intake', description: 'The mailbox that takes records from people without an account.' }),
  forum: httpsUrl.optional().meta({ title: 'Forum', description: 'Where discussion takes place.' }),
  dataLicense: line(60).meta({
    title: 'Data licence',
    description: 'The licence of the records, as an SPDX expression.',
    notation: 'spdx',
  }),
  mirrors: z.array(httpsUrl).max(20).optional().meta({
    title: 'Mirrors',
    description: 'Addresses at which the files for other copies stand, too, under the same paths.',
  }),
  sequenceBase: z.int().nonnegative().max(1_000_000_000).optional().meta({
    title: 'Sequence base',
    description:
      'Added to the number of commits where the history of the repository was begun anew, so that the sum never falls.',
  }),
  ended: z
    .strictObject({
      on: day.meta({ title: 'Day', description: 'The day since which nothing is changed here any more.' }),
      successor: httpsUrl.optional().meta({
        title: 'Successor',
        description: 'The address of the registry that goes on with these records.',
      }),
      reason: localized(line(300))
        .optional()
        .meta({ title: 'Reason', description: 'Why it ended, in a sentence, in each language.' }),
    })
    .optional()
    .meta({ title: 'Ended', description: 'Says that this copy has ended; the site then says so on every page.' }),
  extensions: z.record(zone, z.array(extensionField).max(50)).optional().meta({
    title: 'Extensions',
    description: 'Fields that this copy adds to records, by its zone.',
  }),
});
export type RegistryConfig = z.infer<typeof registryConfigSchema>;
export type ExtensionField = z.infer<typeof extensionField>;

function limit(most: number) {
  return z.int().positive().max(most).optional();
}

const KIND = [...KIND_NAMES, ...VOCABULARY_KINDS].join('|');
const STATUS = [...projectStatus.options, ...standardStatus.options].join('|');
const IN_ZONE = String.raw`(?:int|eu|[a-z]{2}(?:-[a-z0-9]{1,3})?)\/(?:\*|[a-z0-9]+(?:-[a-z0-9]+)*)`;

/** What `include` and `exclude` name; another spelling would silently let in nothing, or everything. */
const filterEntry = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${KIND}|(?:(?:${KIND}):)?${IN_ZONE}|country:[A-Z]{2}|status:(?:${STATUS}))$`), {
    error: EXPECTED.filterEntry,
  });

const federationSource = z.strictObject({
  id: slug.meta({ title: 'Id', description: 'The other copy’s id.' }),
  url: httpsUrl.meta({ title: 'Address', description: 'The other copy’s address.' }),
  zones: z.union([z.literal('*'), z.array(zone).min(1).max(300)]).meta({
    title: 'Zones',
    description: 'The zones taken from it; "*" for all that it writes, later ones too, and no other source names.',
  }),
  trust: z.enum(['observe', 'review', 'auto-safe']).meta({ title: 'Trust', description: 'How its changes come in.' }),
  licenses: z
    .array(line(60).meta({ notation: 'spdx' }))
    .max(20)
    .optional()
    .meta({ title: 'Licences', description: 'Data licences that are accepted.' }),
  include: z.array(filterEntry).max(1000).optional().meta({
    title: 'Include',
    description: 'Only these kinds, ids, zones, countries or statuses.',
  }),
  exclude: z.array(filterEntry).max(1000).optional().meta({
    title: 'Exclude',
    description: 'Never these kinds, ids, zones, countries or statuses.',
  }),
  verify: z
    .strictObject({
      sequence: z.int().nonnegative().meta({ title: 'Sequence', description: 'The number of the state.' }),
      index: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: EXPECTED.sha256 })
        .meta({ title: 'Index', description: 'The SHA-256 of its index.' }),
    })
    .optional()
    .meta({
      title: 'Verify',
      description:
        'A state of the other copy that you know otherwise than from its address: no older one is taken, and none that contradicts it.',
    }),
  mirror: httpsUrl.optional().meta({
    title: 'Mirror',
    description: 'Where its files are fetched: an address that the other copy names among its mirrors.',
  }),
  limits: z
    .strictObject({
      records: limit(SYNC_BOUNDS.records).meta({ title: 'Records', description: 'So many records at most.' }),
      recordBytes: limit(SYNC_BOUNDS.recordBytes).meta({ title: 'Record', description: 'So many bytes a record.' }),
      indexBytes: limit(SYNC_BOUNDS.indexBytes).meta({ title: 'Index', description: 'So many bytes for the index.' }),
      totalBytes: limit(SYNC_BOUNDS.totalBytes).meta({ title: 'All', description: 'So many bytes at one time.' }),
    })
    .optional()
    .meta({ title: 'Limits', description: 'Lower bounds than those that hold for every source.' }),
});

/** `federation.yaml`: which zones other copies write, and from whom records are taken. */
export const federationSchema = z.strictObject({
  schemaVersion,
  delegations: z
    .record(zone, httpsUrl)
    .optional()
    .meta({ title: 'Delegations', description: 'Zones given to another copy, with its address.' }),
  sources: z
    .array(federationSource)
    .max(300)
    .refine((sources) => sources.filter(({ zones }) => zones === '*').length <= 1, { error: EXPECTED.oneSourceOfAll })
    .optional()
    .meta({ title: 'Sources', description: 'Copies that records are taken from.' }),
});
export type Federation = z.infer<typeof federationSchema>;
