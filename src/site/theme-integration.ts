import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { assetUrl } from '../i18n/links.ts';
import { registryOfBuild } from '../registry/astro-loader.ts';
import { THEME_FILE } from '../schema/theme.ts';
import { logoFile } from '../styles/theme-values.ts';
import { askedPath } from './asked-path.ts';
import { siteOfBuild } from './site-of-build.ts';
import { ICON_FILE, mediaType, themeIcon, themeOf } from './theme-info.ts';

/** Publishes the look of the copy: the sheet and the icon that are made of its theme.css, and its logo as it is. */
export function themeIntegration(): AstroIntegration {
  let base = '/';
  return {
    name: 'theme',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const pathname = askedPath(request);
          const { theme } = siteOfBuild().info;
          const logo = logoPath();
          const icon = themeIcon(registryOfBuild().registry);
          if (theme !== undefined && pathname === assetUrl(base, THEME_FILE))
            response.setHeader('Content-Type', 'text/css; charset=utf-8').end(theme.css);
          else if (icon !== undefined && pathname === assetUrl(base, ICON_FILE))
            response.setHeader('Content-Type', mediaType(ICON_FILE)).end(icon);
          else if (logo !== undefined && pathname === assetUrl(base, logo.name))
            response.setHeader('Content-Type', mediaType(logo.name)).end(readFileSync(logo.path));
          else next();
        });
      },
      'astro:build:done': ({ dir }) => {
        const { theme } = siteOfBuild().info;
        const logo = logoPath();
        const folder = fileURLToPath(dir);
        if (theme !== undefined) writeFileSync(join(folder, THEME_FILE), theme.css);
        const icon = themeIcon(registryOfBuild().registry);
        if (icon !== undefined) writeFileSync(join(folder, ICON_FILE), icon);
        if (logo !== undefined) copyFileSync(logo.path, join(folder, logo.name));
      },
    },
  };
}

/** The logo that the theme names: its name beside theme.css, and where it is. */
function logoPath(): { readonly name: string; readonly path: string } | undefined {
  const { registry, root } = registryOfBuild();
  const name = logoFile(themeOf(registry).logo);
  return name === undefined ? undefined : { name, path: join(root, name) };
}
