import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../i18n/t.ts';
import { DOCUMENTED_RULES } from '../../rules/index.ts';
import { SCHEMAS } from '../../schema/schemas.ts';
import { documentedFields, shownPath } from '../../site/data-model.ts';
import { stringsOf } from '../../site/strings.ts';
import { attribute, builtSite, faultsOf, pagesOf, textsOf } from './pages.ts';
import { formerPaths, PAGED, pagedRecords, registryOf } from './registries.ts';

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  main: ['en', 'fr'],
  arabic: ['ar', 'en', 'fr'],
  empty: ['en', 'fr'],
  bare: ['en', 'fr'],
};

describe.each(['main', 'arabic', 'empty', 'bare'])('the site “%s”', async (name) => {
  const pages = await pagesOf(name);
  const languages = LANGUAGES[name] ?? [];
  const idsOn = (file: string) => {
    const page = pages.find((candidate) => candidate.file === file);
    return new Set(page?.root.querySelectorAll('[id]').map((element) => attribute(element, 'id')));
  };

  test('has a page for every record of its registry, and for every former address, in every language, and no other', () => {
    const records = name === 'bare' ? [] : pagedRecords(registryOf(name));
    const paths = [...records.map(({ kind, id }) => `${PAGED[kind]}/${id}/`), ...formerPaths(name)];
    const wanted = languages.flatMap((lang) => paths.map((path) => `${lang}/${path}index.html`));
    const found = pages
      .map(({ file }) => file)
      .filter((file) => /^[^/]+\/(?:projects|organizations|standards|funding)\/[^/]+\/[^/]+\/index\.html$/.test(file));
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test('searches exactly its own projects', () => {
    const projects = name === 'bare' ? [] : registryOf(name).records.filter(({ kind }) => kind === 'project');
    for (const lang of languages) {
      const folder = join(builtSite(name).folder, 'search', lang);
      const { records, cards } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
      expect(records).toBe(projects.length);
      const shown = globSync('*.json', { cwd: join(folder, cards) }).flatMap((file) =>
        (JSON.parse(readFileSync(join(folder, cards, file), 'utf8')) as { url: string }[]).map(({ url }) => url),
      );
      const urls = projects.map(({ id }) => `${builtSite(name).base}${lang}/projects/${id}/`);
      expect(shown.toSorted()).toEqual(urls.toSorted());
    }
  });

  test('lists every rule', () => {
    for (const lang of languages) {
      const ids = idsOn(`${lang}/rules/index.html`);
      expect(DOCUMENTED_RULES.filter(({ id }) => !ids.has(id))).toEqual([]);
    }
  });

  test('lists every field of the data model', () => {
    for (const lang of languages) {
      for (const schema of Object.keys(SCHEMAS)) {
        const ids = idsOn(`${lang}/data-model/${schema}/index.html`);
        const lacking = documentedFields(schema).map(({ path }) => shownPath(path));
        expect(lacking.filter((path) => !ids.has(path))).toEqual([]);
      }
    }
  });

  test('prints no key of a string in place of the string', () => {
    const keys = new Set(Object.keys(en).filter((key) => key.includes('.')));
    const isKey = (text: string) => keys.has(text) || /^(?:schema|rule)\.[\w.*-]+\.(?:title|help|why|mend)$/.test(text);
    const faults = faultsOf(pages, ({ root }) =>
      textsOf(root)
        .filter(({ text, parent }) => isKey(text) && !parent.is('code'))
        .map(({ text }) => text)
        // The names of these schemas are the names of their files.
        .filter((text) => !/^(?:registry|federation|reviewers)\.yaml$/.test(text)),
    );
    expect(faults).toEqual([]);
  });
});

describe.each(['empty', 'bare'])('the site “%s”, which holds no record', async (name) => {
  const pages = await pagesOf(name);

  test.each(['en', 'fr'])('says so in %s', (lang) => {
    const t = createTranslator(lang, stringsOf(lang, {}));
    const words = (path: string) =>
      textsOf(pages.find(({ file }) => file === `${lang}/${path}index.html`)?.root ?? expect.fail(path)).map(
        ({ text }) => text,
      );
    // A registry that has ended asks nobody for a project.
    expect(words('')).toContain(t(name === 'empty' ? 'home.emptyEnded' : 'home.empty'));
    expect(words('projects/')).toContain(t('search.noProjects'));
    for (const path of ['', 'browse/', 'countries/']) expect(words(path)).toContain(t('empty.projects'));
    expect(words('organizations/')).toContain(t('empty.organizations'));
    expect(words('standards/')).toContain(t('empty.standards'));
    expect(words('funding/')).toContain(t('empty.funding'));
    expect(words('retired/')).toContain(t('retired.none'));
  });
});

describe('the site “empty”, which has ended', async () => {
  const pages = await pagesOf('empty');
  const { ended } = registryOf('empty').config;

  test.each(['en', 'fr'])('says so on every page in %s, with who goes on, and takes nothing', (lang) => {
    const t = createTranslator(lang, stringsOf(lang, {}));
    const own = pages.filter(({ file, root }) => file.startsWith(`${lang}/`) && root.querySelector('main') !== null);
    const notices = own.map(({ root }) => root.querySelector(`aside[aria-label="${t('ended.label')}"]`));
    expect(own.length).toBeGreaterThan(15);
    for (const notice of notices) {
      expect(notice?.textContent).toContain(ended?.reason?.[lang]);
      expect(notice?.querySelector(`a[href="${ended?.successor}"]`)).not.toBeNull();
    }
    const contribute = pages.find(({ file }) => file === `${lang}/contribute/index.html`)?.root ?? expect.fail();
    expect(contribute.textContent).toContain(t('ended.contribute'));
    expect(contribute.querySelector('[data-contribute]')).toBeNull();
  });
});
