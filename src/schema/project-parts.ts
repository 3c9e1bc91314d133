import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { country, currency, httpsUrl, localized, reference, version } from './primitives.ts';
import { contacts, date, evidence } from './shared.ts';
import { line, lines } from './text.ts';

/** An organization that builds the project together with its owner. */
export const partner = z.strictObject({
  organization: reference('organization').meta({
    title: 'Organization',
    description: 'The partner, as the id of its record.',
  }),
  role: line(80).optional().meta({ title: 'Role', description: 'What the partner does in the project.' }),
});

/** A repository beside the canonical one. */
export const extraRepository = z.strictObject({
  url: httpsUrl.meta({ title: 'Address', description: 'The address of the repository.' }),
  description: localized(line(160)).optional().meta({ title: 'Content', description: 'What is in it.' }),
});

/** A standard that the project works with, and how. */
export const standardUse = z.strictObject({
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

/** For whom the project was made. */
export const audience = z.strictObject({
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

/** What it costs to run in a year. */
export const costs = z.strictObject({
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

/** Who keeps it working. */
export const maintenance = z.strictObject({
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

/** One sum, or one promise, of one funder. */
export const projectFunding = z.strictObject({
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

/** When and why a project ended. */
export const ended = z.strictObject({
  date: date.meta({ title: 'Date', description: 'When it ended, as precise as known.' }),
  reason: localized(line(300)).meta({ title: 'Reason', description: 'Why it ended, in a sentence.' }),
  successor: reference('project')
    .optional()
    .meta({ title: 'Successor', description: 'The project that replaced it, as an id.' }),
  lessons: localized(lines(2000))
    .optional()
    .meta({ title: 'Lessons', description: 'What was learned, for the next team.' }),
});

/** How accessible it is, with evidence. */
export const accessibility = z.strictObject({
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
});

/** What it does with data about people. */
export const privacy = z.strictObject({
  personalData: z.enum(['none', 'some', 'sensitive']).optional().meta({
    title: 'Personal data',
    description: 'Whether it handles data about people.',
    enumeration: 'personalData',
  }),
  assessment: httpsUrl.optional().meta({ title: 'Assessment', description: 'The address of its privacy assessment.' }),
});

/** How security reports are taken. */
export const security = z.strictObject({
  policy: httpsUrl.optional().meta({ title: 'Policy', description: 'Where one reports a weakness.' }),
});

/** Its ids in other catalogues. */
export const identifiers = z.strictObject({
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
});

/** Somebody who gives help. */
export const support = z.strictObject({
  name: line(120).meta({ title: 'Name', description: 'Who supports it.' }),
  url: httpsUrl.meta({ title: 'Page', description: 'Where to ask.' }),
});
