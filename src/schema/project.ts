import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { httpsUrl, localized, reference } from './primitives.ts';
import {
  accessibility,
  audience,
  costs,
  ended,
  extraRepository,
  identifiers,
  maintenance,
  partner,
  privacy,
  projectFunding,
  security,
  standardUse,
  support,
} from './project-parts.ts';
import {
  acronym,
  date,
  description,
  distinctFrom,
  languages,
  name,
  recordHead,
  recordTail,
  summary,
  website,
} from './shared.ts';
import { line } from './text.ts';

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
    support: z.array(support).max(20).optional().meta({ title: 'Support', description: 'Where help can be had.' }),
    accessibility: accessibility
      .optional()
      .meta({ title: 'Accessibility', description: 'How accessible it is, with evidence.' }),
    privacy: privacy.optional().meta({ title: 'Privacy', description: 'What it does with data about people.' }),
    security: security.optional().meta({ title: 'Security', description: 'How security reports are taken.' }),
    maintenance: maintenance.optional().meta({ title: 'Maintenance', description: 'Who keeps it working.' }),
    funding: z
      .array(projectFunding)
      .max(50)
      .optional()
      .meta({ title: 'Funding', description: 'Who paid for it, with evidence.' }),
    started: date.optional().meta({ title: 'Started', description: 'When work on it began.' }),
    released: date.optional().meta({ title: 'Released', description: 'When it was first put to use or published.' }),
    ended: ended.optional().meta({ title: 'Ended', description: 'When and why it ended; the record stays.' }),
    identifiers: identifiers.optional().meta({ title: 'Identifiers', description: 'Its ids in other catalogues.' }),
    ...recordTail,
  })
  .refine((project) => project.repository !== undefined || project.website !== undefined, {
    error: EXPECTED.repositoryOrWebsite,
    path: ['repository'],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
export type Project = z.infer<typeof projectSchema>;
