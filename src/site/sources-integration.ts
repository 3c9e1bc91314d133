import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { assetUrl } from '../i18n/links.ts';
import { registryOfBuild } from '../registry/astro-loader.ts';
import { copySources, sourceOf } from '../registry/sources-fs.ts';
import { askedPath } from './asked-path.ts';
import { SOURCES } from './record-links.ts';

/** Publishes the file of every record as it is, for programs, and for who corrects a record without the host of the registry. */
export function sourcesIntegration(): AstroIntegration {
  let base = '/';
  return {
    name: 'sources',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        const folder = assetUrl(base, SOURCES);
        server.middlewares.use((request, response, next) => {
          const pathname = askedPath(request);
          const bytes = pathname.startsWith(folder)
            ? sourceOf(registryOfBuild(), pathname.slice(folder.length))
            : undefined;
          if (bytes === undefined) next();
          else response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(bytes);
        });
      },
      'astro:build:done': ({ dir }) => copySources(registryOfBuild(), fileURLToPath(new URL(SOURCES, dir))),
    },
  };
}
