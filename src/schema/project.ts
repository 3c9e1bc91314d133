import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { country, currency, httpsUrl, localized, reference, version } from './primitives.ts';
import {
  acronym,
  contacts,
  date,
  description,
  distinctFrom,
  evidence,
  languages,
  name,
  recordHead,
  recordTail,
  summary,
  website,
} from './shared.ts';
import { line, lines } from './text.ts';

export const projectType = z
  .enum([
    'application',
    'service',
    'platform',
    'library',
    'component',
    'design-system',
    'data-platform',
    'infrastructure',
    'guide',
  ])
  .meta({ title: 'Type', description: 'What kind of thing it is.', enumeration: 'projectType' });

/** The statuses of publiccode.yml's `developmentStatus`. */
export const projectStatus = z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']).meta({
  title: 'Status',
  description: 'How far it is, in the words of publiccode.yml.',
  enumeration: 'status',
});

const partner = z.strictObject({
  organization: reference('organization').meta({
    title: 'Organization',
    description: 'The partner, as the id of its record.',
  }),
  role: line(80).optional().meta({ title: 'Role', description: 'What the partner does in the project.' }),
});

const extraRepository = z.strictObject({
  url: httpsUrl.meta({ title: 'Address', description: 'The address of the repository.' }),
  description: localized(line(160)).optional().meta({ title: 'Content', description: 'What is in it.' }),
});

const standardUse = z.strictObject({
  standard: reference('standard').meta({ title: 'Standard', description: 'The standard, as the id of its record.' }),
  role: z.enum(['implements', 'produces', 'consumes', 'conforms']).meta({
    title: 'Role',
    description:
      'Whether the project implements the standard, produces or consumes data in it, or conforms to its requirements.',
    enumeration: 'standardRole',
  }),
  version: version.optional().meta({ title: 'Version', description: 'The version of the standard, in quotes.' }),
  evidence: evidence.optional(),
});

const audience = z.strictObject({
  countries: z
    .array(country)
    .max(250)
    .optional()
    .meta({ title: 'Countries', description: 'Countries that it was made for.' }),
  unsupportedCountries: z.array(country).max(250).optional().meta({
    title: 'Unsupported countries',
    description: 'Countries whose law or conditions it does not suit.',
  }),
  scope: z
    .array(line(64).meta({ vocabulary: 'audiences' }))
    .max(30)
    .optional()
    .meta({
      title: 'Fields of work',
      description: 'The fields of public work that it serves, in the words of publiccode.yml.',
    }),
  levels: z
    .array(z.enum(['local', 'regional', 'national', 'international']).meta({ enumeration: 'level' }))
    .max(4)
    .optional()
    .meta({ title: 'Levels', description: 'The levels of government that it serves.' }),
});

const costs = z.strictObject({
  note: localized(line(300))
    .optional()
    .meta({ title: 'In words', description: 'What it costs to run, and for what size.' }),
  from: z
    .int()
    .nonnegative()
    .optional()
    .meta({ title: 'From', description: 'The smallest yearly cost, in whole units of the currency.' }),
  to: z
    .int()
    .nonnegative()
    .optional()
    .meta({ title: 'To', description: 'The largest yearly cost, in whole units of the currency.' }),
  currency: currency.optional().meta({ title: 'Currency', description: 'The currency, as EUR.' }),
});

const maintenance = z.strictObject({
  type: z.enum(['internal', 'contract', 'community', 'none']).meta({
    title: 'Kind',
    description: 'Who keeps it working: its owner’s staff, a contractor, a community, or nobody.',
    enumeration: 'maintenance',
  }),
  until: date
    .optional()
    .meta({ title: 'Until', description: 'When the contract or the commitment ends.', mayBeFuture: true }),
  contractors: z
    .array(line(120))
    .max(20)
    .optional()
    .meta({ title: 'Contractors', description: 'The companies under contract.' }),
  contacts: contacts.optional(),
});

const projectFunding = z.strictObject({
  funder: line(160).meta({ title: 'Funder', description: 'Who paid.' }),
  programme: reference('funding')
    .optional()
    .meta({ title: 'Programme', description: 'The funding programme, as the id of its record.' }),
  model: z
    .enum([
      'grant',
      'procurement',
      'sponsorship',
      'bounty',
      'membership',
      'prize',
      'fellowship',
      'cooperative',
      'budget',
    ])
    .meta({ title: 'Model', description: 'How the money came.', enumeration: 'fundingModel' }),
  amount: z.int().nonnegative().optional().meta({ title: 'Amount', description: 'In whole units of the currency.' }),
  currency: currency.optional().meta({ title: 'Currency', description: 'The currency, as EUR.' }),
  from: date.optional().meta({ title: 'From', description: 'When it began.' }),
  to: date.optional().meta({ title: 'To', description: 'When it ended or will end.', mayBeFuture: true }),
  evidence: evidence.optional(),
});

const ended = z.strictObject({
  date: date.meta({ title: 'Date', description: 'When it ended, as precise as known.' }),
  reason: localized(line(300)).meta({ title: 'Reason', description: 'Why it ended, in a sentence.' }),
  successor: reference('project')
    .optional()
    .meta({ title: 'Successor', description: 'The project that replaced it, as an id.' }),
  lessons: localized(lines(2000))
    .optional()
    .meta({ title: 'Lessons', description: 'What was learned, for the next team.' }),
});

/** A thing that a government, or people outside, built for the public and others can reuse. */
export const projectSchema = z
  .strictObject({
    ...recordHead,
    name,
    acronym: acronym.optional(),
    summary,
    description: description.optional(),
    type: projectType,
    status: projectStatus,
    functions: z
      .array(line(64).meta({ vocabulary: 'functions' }))
      .min(1)
      .max(10)
      .meta({
        title: 'Functions',
        description: 'What it does, in terms of the functions vocabulary; the most important first.',
      }),
    owner: reference('organization').meta({
      title: 'Owner',
      description: 'The organization that decides about it, as the id of its record.',
    }),
    partners: z
      .array(partner)
      .max(50)
      .optional()
      .meta({ title: 'Partners', description: 'Organizations that build it together with the owner.' }),
    repository: httpsUrl
      .optional()
      .meta({ title: 'Repository', description: 'The address of the canonical source repository.' }),
    sharedRepository: z.boolean().optional().meta({
      title: 'Shared repository',
      description: 'True where several projects live in one repository; each of their records says so.',
    }),
    repositories: z
      .array(extraRepository)
      .max(50)
      .optional()
      .meta({ title: 'More repositories', description: 'Other repositories of the project.' }),
    website: website.optional(),
    documentation: httpsUrl
      .optional()
      .meta({ title: 'Documentation', description: 'The address of its documentation.' }),
    demo: httpsUrl.optional().meta({ title: 'Demonstration', description: 'Where one can try it.' }),
    api: httpsUrl
      .optional()
      .meta({ title: 'Programming interface', description: 'The address of its API’s description.' }),
    roadmap: httpsUrl.optional().meta({ title: 'Roadmap', description: 'Where its plans are published.' }),
    publiccode: httpsUrl
      .optional()
      .meta({ title: 'publiccode.yml', description: 'The address of its publiccode.yml file.' }),
    license: line(200).optional().meta({
      title: 'Licence',
      description: 'The licence of the source as an SPDX expression, or not-open.',
      notation: 'spdx',
    }),
    opening: localized(line(300))
      .optional()
      .meta({ title: 'Opening', description: 'Where it is not open: what is planned, and when.' }),
    platforms: z
      .array(line(60))
      .max(30)
      .optional()
      .meta({ title: 'Platforms', description: 'What it runs on: web, android, ios, linux.' }),
    programmingLanguages: z.array(line(40)).max(30).optional().meta({
      title: 'Programming languages',
      description: 'The languages that it is written in, the main one first.',
    }),
    interfaceLanguages: languages.optional().meta({
      title: 'Interface languages',
      description: 'The languages that its users can choose, as language tags.',
    }),
    audience: audience.optional().meta({ title: 'Audience', description: 'For whom it was made.' }),
    standards: z
      .array(standardUse)
      .max(50)
      .optional()
      .meta({ title: 'Standards', description: 'The standards that it works with, and how.' }),
    basedOn: z
      .array(reference('project'))
      .max(20)
      .optional()
      .meta({ title: 'Based on', description: 'Projects whose code it builds on or forked.' }),
    dependsOn: z
      .array(reference('project'))
      .max(50)
      .optional()
      .meta({ title: 'Depends on', description: 'Projects that it needs to run.' }),
    related: z
      .array(reference('project'))
      .max(50)
      .optional()
      .meta({ title: 'Related', description: 'Projects worth a look beside it.' }),
    distinctFrom: distinctFrom('project').optional(),
    insteadOf: z
      .array(line(120).meta({ mayReference: 'project' }))
      .max(30)
      .optional()
      .meta({
        title: 'Instead of',
        description: 'Products that it can replace, as project ids or plain names.',
      }),
    hosting: z
      .array(z.enum(['self-hosted', 'saas', 'shared-service', 'on-request']).meta({ enumeration: 'hosting' }))
      .max(4)
      .optional()
      .meta({ title: 'Hosting', description: 'How one can have it run.' }),
    costs: costs
      .optional()
      .meta({ title: 'Cost to run', description: 'What it costs to run in a year, in words or as a range.' }),
    support: z
      .array(
        z.strictObject({
          name: line(120).meta({ title: 'Name', description: 'Who supports it.' }),
          url: httpsUrl.meta({ title: 'Page', description: 'Where to ask.' }),
        }),
      )
      .max(20)
      .optional()
      .meta({ title: 'Support', description: 'Where help can be had.' }),
    accessibility: z
      .strictObject({
        standard: line(80)
          .optional()
          .meta({ title: 'Standard', description: 'What it was tested against: WCAG 2.2 AA, EN 301 549.' }),
        result: z.enum(['full', 'partial', 'none', 'untested']).optional().meta({
          title: 'Result',
          description: 'How far it conforms.',
          enumeration: 'accessibilityResult',
        }),
        statement: httpsUrl
          .optional()
          .meta({ title: 'Statement', description: 'The address of its accessibility statement.' }),
      })
      .optional()
      .meta({ title: 'Accessibility', description: 'How accessible it is, with evidence.' }),
    privacy: z
      .strictObject({
        personalData: z.enum(['none', 'some', 'sensitive']).optional().meta({
          title: 'Personal data',
          description: 'Whether it handles data about people.',
          enumeration: 'personalData',
        }),
        assessment: httpsUrl
          .optional()
          .meta({ title: 'Assessment', description: 'The address of its privacy assessment.' }),
      })
      .optional()
      .meta({ title: 'Privacy', description: 'What it does with data about people.' }),
    security: z
      .strictObject({
        policy: httpsUrl.optional().meta({ title: 'Policy', description: 'Where one reports a weakness.' }),
      })
      .optional()
      .meta({ title: 'Security', description: 'How security reports are taken.' }),
    maintenance: maintenance.optional().meta({ title: 'Maintenance', description: 'Who keeps it working.' }),
    funding: z
      .array(projectFunding)
      .max(50)
      .optional()
      .meta({ title: 'Funding', description: 'Who paid for it, with evidence.' }),
    started: date.optional().meta({ title: 'Started', description: 'When work on it began.' }),
    released: date.optional().meta({ title: 'Released', description: 'When it was first put to use or published.' }),
    ended: ended.optional().meta({ title: 'Ended', description: 'When and why it ended; the record stays.' }),
    identifiers: z
      .strictObject({
        wikidata: z
          .string()
          .regex(/^Q[1-9][0-9]{0,11}$/, { error: EXPECTED.wikidataItem })
          .optional()
          .meta({ title: 'Wikidata', description: 'Its item in Wikidata, as Q42.' }),
        dpg: line(80)
          .optional()
          .meta({ title: 'Digital public good', description: 'Its id in the registry of digital public goods.' }),
        swhid: line(200)
          .optional()
          .meta({ title: 'Software Heritage', description: 'Its identifier in the Software Heritage archive.' }),
      })
      .optional()
      .meta({ title: 'Identifiers', description: 'Its ids in other catalogues.' }),
    ...recordTail,
  })
  .refine((project) => project.repository !== undefined || project.website !== undefined, {
    error: EXPECTED.repositoryOrWebsite,
    path: ['repository'],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
export type Project = z.infer<typeof projectSchema>;
