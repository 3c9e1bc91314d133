import { z } from 'zod';
import { country, httpsUrl, reference } from './primitives.ts';
import { date, evidence, moneyRange, name, recordHead, recordTail, summary, website } from './shared.ts';
import { line } from './text.ts';

const compensation = z.strictObject({
  whatIsPaid: line(300).meta({ title: 'What is paid', description: 'The work that is paid for.' }),
  rates: line(300).optional().meta({ title: 'Rates', description: 'How much for what, where it is published.' }),
  contract: line(300).optional().meta({ title: 'Contract', description: 'The kind of contract or agreement.' }),
  labourTerms: line(300)
    .optional()
    .meta({ title: 'Labour terms', description: 'What is promised to the people who do the work.' }),
  licensing: line(300).optional().meta({ title: 'Licensing', description: 'Under which licence the results must be.' }),
});

/** A programme or model that pays for public digital work. */
export const fundingSchema = z.strictObject({
  ...recordHead,
  name,
  summary,
  type: z
    .enum(['grant', 'procurement', 'sponsorship', 'bounty', 'membership', 'prize', 'fellowship', 'cooperative'])
    .meta({ title: 'Type', description: 'How the money comes.', enumeration: 'fundingModel' }),
  funder: line(160).meta({ title: 'Funder', description: 'Who pays.' }),
  funderOrganization: reference('organization')
    .optional()
    .meta({ title: 'Funder’s record', description: 'The funder as the id of an organization.' }),
  country: country.optional().meta({ title: 'Country', description: 'The country of the programme.' }),
  eligibility: line(300).optional().meta({ title: 'Who may apply', description: 'Who may apply, and from where.' }),
  amount: z.strictObject(moneyRange).optional().meta({ title: 'Amount', description: 'What one applicant may get.' }),
  from: date.optional().meta({ title: 'From', description: 'When the programme began.', mayBeFuture: true }),
  to: date.optional().meta({ title: 'To', description: 'When it ended or will end.', mayBeFuture: true }),
  website: website.optional(),
  apply: httpsUrl.optional().meta({ title: 'Apply', description: 'Where one applies.' }),
  compensation: compensation
    .optional()
    .meta({ title: 'Compensation', description: 'What is paid to whom, and on which terms.' }),
  evidence: z
    .array(evidence)
    .max(20)
    .optional()
    .meta({ title: 'Evidence', description: 'Addresses of pages that show it.' }),
  ...recordTail,
});
export type Funding = z.infer<typeof fundingSchema>;
