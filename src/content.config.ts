import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { recordLoaders, registryLoader } from './registry/astro-loader.ts';

const records = recordLoaders();

export const collections = {
  registry: defineCollection({ loader: registryLoader() }),
  project: defineCollection({ loader: records.project }),
  organization: defineCollection({ loader: records.organization }),
  standard: defineCollection({ loader: records.standard }),
  group: defineCollection({ loader: records.group }),
  funding: defineCollection({ loader: records.funding }),
  notice: defineCollection({ loader: records.notice }),
  question: defineCollection({ loader: records.question }),
  note: defineCollection({ loader: records.note }),
  guides: defineCollection({ loader: glob({ base: 'src/content/guides', pattern: '**/*.mdx' }) }),
};
