import type { z } from 'zod';
import { fundingSchema } from './funding.ts';
import { groupSchema } from './group.ts';
import { noticeSchema } from './notice.ts';
import { organizationSchema } from './organization.ts';
import { projectSchema } from './project.ts';
import { standardSchema } from './standard.ts';
import { noteSchema, questionSchema } from './writing.ts';

/** The kinds of record: the folder they live in, the ending of their files, and what they may hold. */
export const KINDS = {
  project: { folder: 'projects', ending: 'yaml', schema: projectSchema },
  organization: { folder: 'organizations', ending: 'yaml', schema: organizationSchema },
  standard: { folder: 'standards', ending: 'yaml', schema: standardSchema },
  group: { folder: 'groups', ending: 'yaml', schema: groupSchema },
  funding: { folder: 'funding', ending: 'yaml', schema: fundingSchema },
  notice: { folder: 'notices', ending: 'yaml', schema: noticeSchema },
  question: { folder: 'questions', ending: 'mdx', schema: questionSchema },
  note: { folder: 'notes', ending: 'mdx', schema: noteSchema },
} as const;

export type Kind = keyof typeof KINDS;
export type RecordData<K extends Kind = Kind> = z.infer<(typeof KINDS)[K]['schema']>;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** The kind whose folder this is, or `undefined`. */
export function kindOfFolder(folder: string): Kind | undefined {
  return KIND_NAMES.find((kind) => KINDS[kind].folder === folder);
}
