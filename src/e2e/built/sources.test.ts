import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, builtSite, pagesOf, pathOf } from './pages.ts';
import { PAGED, pagedRecords, registryOf } from './registries.ts';

describe.each(['main', 'arabic'])('the site “%s”', async (name) => {
  const site = builtSite(name);
  const registry = registryOf(name);
  const pages = await pagesOf(name);

  test('publishes the file of every record and tombstone, byte for byte, and no other', () => {
    const published = globSync('**/*.*', { cwd: join(site.folder, 'records') }).toSorted();
    expect(published).toEqual([...registry.records, ...registry.tombstones].map(({ file }) => file).toSorted());
    const changed = published.filter(
      (file) => !readFileSync(join(site.folder, 'records', file)).equals(readFileSync(join(site.registry ?? '', file))),
    );
    expect(changed).toEqual([]);
  });

  test('links the file of a record from its page', () => {
    const fileOf = new Map(pagedRecords(registry).map(({ kind, id, file }) => [`${PAGED[kind]}/${id}/`, file]));
    const records = pages.flatMap((page) => {
      const file = page.lang === undefined ? undefined : fileOf.get(pathOf(page));
      return file === undefined ? [] : [{ page, file }];
    });
    expect(records.length).toBeGreaterThan(fileOf.size);
    const lacking = records.filter(({ page, file }) => {
      const links = page.root.querySelectorAll('main a').map((link) => attribute(link, 'href'));
      return !links.includes(`${site.base}records/${file}`);
    });
    expect(lacking.map(({ page }) => page.file)).toEqual([]);
  });
});
