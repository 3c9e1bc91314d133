import type { z } from 'zod';
import { federationSchema, registryConfigSchema } from './config.ts';
import { KINDS } from './kinds.ts';
import { reviewersSchema } from './reviewers.ts';
import { tombstoneSchema } from './tombstone.ts';
import { vocabularySchema } from './vocabulary.ts';

/** Every schema of a file, by the name of its page in the data model and of its published JSON Schema. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, { schema }]) => [kind, schema])),
  tombstone: tombstoneSchema,
  registry: registryConfigSchema,
  federation: federationSchema,
  reviewers: reviewersSchema,
  vocabulary: vocabularySchema,
};
