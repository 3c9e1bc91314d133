import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { publishIntegration } from './src/federation/publish-integration.ts';
import { addressesOf } from './src/registry/address.ts';
import { registryOfBuild } from './src/registry/astro-loader.ts';
import { browserBuild } from './src/site/browser-build.ts';
import { formerAddresses } from './src/site/former-addresses.ts';
import { searchIntegration } from './src/site/search-integration.ts';
import { sourcesIntegration } from './src/site/sources-integration.ts';
import { themeIntegration } from './src/site/theme-integration.ts';
import { socialIntegration } from './src/social/social-integration.ts';

const { registry } = registryOfBuild();
const { url, base } = addressesOf(registry.config, process.env);
const languages = registry.config.languages;
const former = formerAddresses(registry).map(({ path }) => `/${path}`);

export default defineConfig({
  site: new URL(url).origin,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  // 'jsx', the default, drops the white space between inline elements on two lines: words would run together.
  compressHTML: true,
  integrations: [
    mdx(),
    searchIntegration(),
    socialIntegration(),
    sourcesIntegration(),
    publishIntegration(),
    themeIntegration(),
    sitemap({
      i18n: {
        defaultLocale: languages[0] ?? 'en',
        locales: Object.fromEntries(languages.map((language) => [language, language])),
      },
      filter: (page) => !page.endsWith('/404/') && !former.some((path) => page.endsWith(path)),
    }),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  // Shiki writes inline styles, which the policy above refuses.
  markdown: { syntaxHighlight: false },
  // Astro's own marker in MDX modules, of which Rolldown warns once a guide.
  vite: {
    plugins: [browserBuild()],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  devToolbar: { enabled: false },
});
