import { z } from 'zod';
import { EXPECTED } from './expected.ts';
import { languageTag, localized, schemaVersion, slug } from './primitives.ts';
import { line } from './text.ts';

const term = z.strictObject({
  label: localized(line(80)).meta({ title: 'Label', description: 'What people read, in each language.' }),
  description: localized(line(300))
    .optional()
    .meta({ title: 'Description', description: 'What belongs here, in a sentence.' }),
  synonyms: z
    .record(languageTag, z.array(line(80)).min(1).max(40))
    .optional()
    .meta({
      title: 'Synonyms',
      description: 'Words that people type when they mean this, in each language.',
    }),
  broader: slug.optional().meta({ title: 'Broader', description: 'The wider term that this belongs under.' }),
  mappings: z
    .strictObject({
      publiccode: z
        .array(slug)
        .max(20)
        .optional()
        .meta({ title: 'publiccode.yml', description: 'Categories or scopes of publiccode.yml.' }),
      cofog: z
        .array(z.string().regex(/^\d{2}(?:\.\d){0,2}$/, { error: EXPECTED.cofogCode }))
        .max(20)
        .optional()
        .meta({ title: 'COFOG', description: 'Classes of the UN’s functions of government.' }),
      sdg: z
        .array(z.int().min(1).max(17))
        .max(17)
        .optional()
        .meta({ title: 'SDG', description: 'Sustainable development goals, by number.' }),
    })
    .optional()
    .meta({ title: 'Mappings', description: 'The same in other vocabularies.' }),
});

/** A controlled list. `<name>.yaml` is the shared file; a copy adds terms and labels in `<name>.<zone>.yaml`. */
export const vocabularySchema = z.strictObject({
  schemaVersion,
  id: slug.meta({ title: 'Id', description: 'The vocabulary’s name; the file’s name begins with it.' }),
  title: localized(line(80)).optional().meta({ title: 'Title', description: 'What the list is called.' }),
  description: localized(line(300)).optional().meta({ title: 'Description', description: 'What the list is for.' }),
  terms: z.record(slug, term.partial({ label: true })).meta({
    title: 'Terms',
    description:
      'The terms by id. A term new to the list needs a label; a copy’s file may add to a term that stands already.',
  }),
});
export type VocabularyFile = z.infer<typeof vocabularySchema>;

/** Copies exchange vocabularies as they do records: the shared ones, and what a copy adds to one. */
export const VOCABULARY_KINDS = ['vocabulary', 'vocabulary-addition'] as const;
export type VocabularyKind = (typeof VOCABULARY_KINDS)[number];

/** Whoever writes this zone writes the shared vocabularies. */
export const SHARED_ZONE = 'int';

/** Where a vocabulary stands inside the registry folder, or what the copy of a zone adds to it. `id`: `zone/name`. */
export function vocabularyFile(kind: VocabularyKind, id: string): string {
  const [zone = '', name = ''] = id.split('/');
  return kind === 'vocabulary' ? `vocabularies/${name}.yaml` : `vocabularies/${name}.${zone}.yaml`;
}
