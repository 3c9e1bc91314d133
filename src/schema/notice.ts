import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { day, localized, reference } from './primitives.ts';
import { contact, moneyRange, recordHead, recordTail } from './shared.ts';
import { line, lines } from './text.ts';

const paid = z.strictObject({
  range: z.strictObject(moneyRange).optional().meta({ title: 'Amount', description: 'What is paid.' }),
  route: line(300).meta({ title: 'Route', description: 'How the work is contracted and paid.' }),
});

/** An ask or an offer on the noticeboard. */
export const noticeSchema = z
  .strictObject({
    ...recordHead,
    title: localized(line(120)).meta({ title: 'Title', description: 'What is asked or offered, in a few words.' }),
    kind: z
      .enum(['ask', 'offer', 'paid-work', 'co-funding'])
      .meta({ title: 'Kind', description: 'What it is.', enumeration: 'noticeKind' }),
    text: localized(lines(4000).meta({ notation: 'markdown' })).meta({
      title: 'Text',
      description: 'The notice itself, in Markdown without HTML.',
    }),
    organization: reference('organization').meta({
      title: 'Organization',
      description: 'Who asks or offers, as an id.',
    }),
    project: reference('project')
      .optional()
      .meta({ title: 'Project', description: 'The project that it is about, as an id.' }),
    paid: paid.optional().meta({ title: 'Paid', description: 'What is paid, and how.' }),
    unpaid: localized(line(300)).optional().meta({ title: 'Unpaid', description: 'Where nothing is paid: why.' }),
    respondents: line(300)
      .optional()
      .meta({ title: 'Who may respond', description: 'Who may answer, and from where.' }),
    labourTerms: line(300)
      .optional()
      .meta({ title: 'Labour terms', description: 'What is promised to the people who do the work.' }),
    posted: day.meta({ title: 'Posted', description: 'The day it was posted.' }),
    closes: z.iso.datetime({ offset: true, error: EXPECTED.timeWithZone }).meta({
      title: 'Closes',
      description: 'When it closes, with the time zone; at most 90 days ahead.',
    }),
    contact: contact.meta({ title: 'Contact', description: 'The team that answers.' }),
    ...recordTail,
  })
  .refine((notice) => (notice.paid === undefined) !== (notice.unpaid === undefined), {
    error: EXPECTED.paidOrUnpaid,
    path: ['paid'],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
export type Notice = z.infer<typeof noticeSchema>;
