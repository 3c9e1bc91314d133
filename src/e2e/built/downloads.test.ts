import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportRecords } from '../../export/export-records.ts';
import { KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import { attribute, builtSite, pagesOf, pathOf } from './pages.ts';
import { registryOf } from './registries.ts';

describe.each(['main', 'arabic', 'empty'])('the site “%s”', async (name) => {
  const site = builtSite(name);
  const registry = registryOf(name);
  const pages = (await pagesOf(name)).filter((page) => page.lang !== undefined);
  const kinds = KIND_NAMES.filter((kind) => registry.records.some((record) => record.kind === kind));
  const wanted = [
    ...kinds.flatMap((kind) =>
      (['csv', 'json'] as const).map((format) => ({ name: `${KINDS[kind].folder}.${format}`, kind, format })),
    ),
    ...(kinds.length === 0 ? [] : [{ name: 'all.jsonl', kind: 'all', format: 'jsonl' } as const]),
  ];

  test('has the files of all records, as the command line writes them, and no others', () => {
    const files = globSync('*', { cwd: join(site.folder, 'data') }).toSorted();
    expect(files).toEqual(wanted.map((file) => file.name).toSorted());
    const other = wanted.filter((file) => {
      const text = exportRecords(registry, file);
      return !readFileSync(join(site.folder, 'data', file.name)).equals(Buffer.from(text));
    });
    expect(other).toEqual([]);
  });

  test('links each of them from the page about them, in every language, and says what is in the columns', () => {
    const about = pages.filter((page) => pathOf(page) === 'data/');
    expect(about.length).toBe(registry.config.languages.length);
    for (const { root } of about) {
      const links = root.querySelectorAll('main a').map((link) => attribute(link, 'href'));
      for (const file of wanted) expect(links).toContain(`${site.base}data/${file.name}`);
    }
    // A space at either end of a link is underlined in the middle of a sentence.
    const padded = about
      .flatMap(({ root }) => root.querySelectorAll('main p a'))
      .filter(({ textContent }) => textContent !== textContent.trim());
    expect(padded.map((link) => link.textContent)).toEqual([]);
    const columns = pages.filter((page) => /^data\/[a-z]+\/$/.test(pathOf(page)));
    expect(columns.length).toBe(about.length * kinds.length);
  });
});
