import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { registryOfBuild } from '../registry/astro-loader.ts';
import { cachePath } from '../registry/cache-fs.ts';
import { siteOfBuild } from '../site/site-of-build.ts';
import { themeOf } from '../site/theme-info.ts';
import { themePalette } from '../styles/derive.ts';
import { socialCards } from './card.ts';
import { drawCards } from './draw-fs.ts';

/**
 * Draws the pictures of pages while Astro renders them, and puts them into the site. Only where the site's address is known: networks take
 * a picture by its whole address.
 */
export function socialIntegration(): AstroIntegration {
  let drawing: Promise<Map<string, string>> | undefined;
  return {
    name: 'social',
    hooks: {
      'astro:build:start': () => {
        const site = siteOfBuild();
        if (!site.info.published) return;
        const project = process.cwd();
        const cache = cachePath(project, registryOfBuild().root)?.replace(/\.json$/, '-social');
        if (cache === undefined) throw new Error('The packages are not installed: run "npm ci".');
        const palette = themePalette(themeOf(site.registry), 'light');
        drawing = drawCards(socialCards(site), palette, join(project, 'node_modules'), cache);
        // It is awaited when the pages are done; until then a failure waits, too.
        drawing.catch(() => undefined);
      },
      'astro:build:done': async ({ dir }) => {
        for (const [path, file] of (await drawing) ?? []) {
          const target = join(fileURLToPath(dir), path);
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(file, target);
        }
      },
    },
  };
}
