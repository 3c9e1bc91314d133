import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, builtSite, faultsOf, pagesOf } from './pages.ts';

const MAX_BYTES = 60 * 1024;

describe.each(['main', 'arabic', 'empty', 'bare'])('the site “%s”', async (name) => {
  const pages = await pagesOf(name);
  const { folder, url } = builtSite(name);
  const pictures = new Set(globSync('social/**/*.png', { cwd: folder }).map((file) => file.replaceAll('\\', '/')));
  const meta = (page: (typeof pages)[number], property: string) => {
    const element = page.root.querySelector(`meta[property="${property}"]`);
    return element === null ? undefined : attribute(element, 'content');
  };

  test('gives every page a picture that is there, with words for it', () => {
    const faults = faultsOf(pages, (page) => {
      const image = meta(page, 'og:image') ?? '';
      return [
        ...(image.startsWith(url) && pictures.has(image.slice(url.length)) ? [] : [`no picture: ${image}`]),
        ...(meta(page, 'og:image:alt')?.trim() && meta(page, 'og:title')?.trim() ? [] : ['no words for it']),
      ];
    });
    expect(faults).toEqual([]);
  });

  test('has no picture that no page shows, and each is small', () => {
    const shown = new Set(pages.map((page) => meta(page, 'og:image')?.slice(url.length)));
    expect([...pictures].filter((file) => !shown.has(file))).toEqual([]);
    expect([...pictures].filter((file) => readFileSync(join(folder, file)).length > MAX_BYTES)).toEqual([]);
  });
});
