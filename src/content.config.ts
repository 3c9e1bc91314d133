import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { recordLoader, registryLoader } from './registry/astro-loader.ts';

export const collections = {
  registry: defineCollection({ loader: registryLoader() }),
  records: defineCollection({ loader: recordLoader() }),
  guides: defineCollection({ loader: glob({ base: 'src/content/guides', pattern: '**/*.mdx' }) }),
};
