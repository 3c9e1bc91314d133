import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type RunningIndex, startIndex } from '../search/index-site.ts';
import { searchInput } from './search-input.ts';
import { siteOfBuild } from './site-of-build.ts';

/** Indexes the projects while Astro renders the pages, in a process of its own, and writes the search files when both are done. */
export function searchIntegration(): AstroIntegration {
  let running: RunningIndex | undefined;
  return {
    name: 'search',
    hooks: {
      'astro:build:start': () => {
        running = startIndex(searchInput(siteOfBuild()));
      },
      'astro:build:done': async ({ dir }) => {
        await running?.finish(fileURLToPath(dir));
      },
    },
  };
}
