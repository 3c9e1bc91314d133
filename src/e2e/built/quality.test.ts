import { describe, expect, test } from 'vitest';
import { adviceOf } from '../../registry/advice.ts';
import { roleOf } from '../../registry/files.ts';
import { findingsOf, loadRegistry } from '../../registry/load-fs.ts';
import { attribute, builtSite, pagesOf, textsOf } from './pages.ts';

const RULE_PAGE = /^(en|fr)\/data-quality\/([a-z-]+)\/(?:\d+\/)?index\.html$/;

/** How the address ends where a file is mended: the form for a record, a guide for any other. */
function mendingOf(file: string): string {
  const role = roleOf(file);
  if (role.type === 'overlay') return 'contribute/overlays/';
  return role.type === 'record' ? `?correct=${role.kind}:${role.id}` : '#correct';
}

describe.each(['main', 'arabic', 'bare'])('the site “%s”', async (name) => {
  const pages = await pagesOf(name);
  const { registry } = builtSite(name);
  const advice =
    registry === undefined
      ? [{ rule: 'registry-config', file: 'registry.yaml' }]
      : adviceOf(findingsOf(loadRegistry(registry)));

  test('shows every finding that is no error, with where it is mended', () => {
    const rows = pages.flatMap(({ file, root }) => {
      const [, lang, rule] = RULE_PAGE.exec(file) ?? [];
      if (rule === undefined) return [];
      const links = root.querySelectorAll('main td a').map((link) => attribute(link, 'href') ?? '');
      return links.map((href) => `${lang} ${rule} ${decodeURIComponent(href)}`);
    });
    expect(rows).toHaveLength(advice.length * 2);
    const lacking = advice.filter(({ rule, file }) =>
      ['en', 'fr'].some(
        (lang) => !rows.some((row) => row.startsWith(`${lang} ${rule} `) && row.endsWith(mendingOf(file))),
      ),
    );
    expect(lacking).toEqual([]);
  });

  test('counts them by rule on the page of data quality', () => {
    const page = pages.find(({ file }) => file === 'fr/data-quality/index.html');
    const ids = page?.root.querySelectorAll('main section').flatMap((section) => attribute(section, 'id') ?? []);
    expect(ids?.toSorted()).toEqual([...new Set(advice.map(({ rule }) => rule))].toSorted());
    const words = page === undefined ? [] : textsOf(page.root).map(({ text }) => text);
    expect(words.includes('Les règles n’ont rien trouvé à regarder.')).toBe(advice.length === 0);
  });
});

test('a finding is told in the language of its page, with what was found', async () => {
  const wordsOn = async (file: string) => {
    const page = (await pagesOf('arabic')).find((candidate) => candidate.file === file) ?? expect.fail(`no ${file}`);
    return textsOf(page.root).map(({ text }) => text);
  };
  const path = 'data-quality/personal-address/index.html';
  expect(await wordsOn(`en/${path}`)).toContain('“sample.person@examples.example” looks like the address of a person.');
  expect(await wordsOn(`fr/${path}`)).toContain(
    '« sample.person@examples.example » ressemble à l’adresse d’une personne.',
  );
});
