import { z } from 'zod';
import { day, language, localized, reference } from './primitives.ts';
import { evidence, recordHead, recordTail, summary } from './shared.ts';
import { line } from './text.ts';

/** The front matter of a hard question; the positions are its MDX body. */
export const questionSchema = z.strictObject({
  ...recordHead,
  title: localized(line(160)).meta({ title: 'Title', description: 'The question, as people ask it.' }),
  summary,
  language: language.meta({ title: 'Language', description: 'The language of the text below.', notation: 'language' }),
  whyHard: localized(line(500)).meta({ title: 'Why it is hard', description: 'What stands against what.' }),
  groups: z
    .array(reference('group'))
    .max(50)
    .optional()
    .meta({ title: 'Groups', description: 'Groups that work on it.' }),
  projects: z
    .array(reference('project'))
    .max(50)
    .optional()
    .meta({ title: 'Projects', description: 'Projects that bear on it.' }),
  standards: z
    .array(reference('standard'))
    .max(50)
    .optional()
    .meta({ title: 'Standards', description: 'Standards that bear on it.' }),
  evidence: z
    .array(evidence)
    .max(50)
    .optional()
    .meta({ title: 'Evidence', description: 'Addresses of what is known.' }),
  ...recordTail,
});
export type Question = z.infer<typeof questionSchema>;

/** The front matter of a note; the text is its MDX body. */
export const noteSchema = z.strictObject({
  ...recordHead,
  title: line(160).meta({ title: 'Title', description: 'What the note tells.' }),
  type: z.enum(['weeknote', 'lesson', 'failure', 'reuse-story', 'event']).meta({
    title: 'Type',
    description: 'What kind of note it is.',
    enumeration: 'noteType',
  }),
  date: day.meta({ title: 'Date', description: 'The day it was written; the file’s name begins with it.' }),
  language: language.meta({ title: 'Language', description: 'The language it is written in.', notation: 'language' }),
  authorRole: line(120).meta({
    title: 'Author’s role',
    description: 'In what role it was written; a name only if its bearer wants it.',
  }),
  organization: reference('organization')
    .optional()
    .meta({ title: 'Organization', description: 'Where it happened, as an id.' }),
  projects: z
    .array(reference('project'))
    .max(50)
    .optional()
    .meta({ title: 'Projects', description: 'Projects that it is about.' }),
  questions: z
    .array(reference('question'))
    .max(50)
    .optional()
    .meta({ title: 'Questions', description: 'Hard questions that it bears on.' }),
  license: line(60).meta({
    title: 'Licence',
    description: 'The licence of the text, as an SPDX expression: CC-BY-4.0.',
    notation: 'spdx',
  }),
  ...recordTail,
});
export type Note = z.infer<typeof noteSchema>;
