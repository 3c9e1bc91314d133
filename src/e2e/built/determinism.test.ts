import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSite } from './pages.ts';

/** The files of a site, each with the hash of its bytes. */
function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    // Not a pattern, which would pass over `.well-known/`.
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .toSorted()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );
}

test('another clock, time zone, locale and order of files give the same bytes', () => {
  const here = hashesOf(builtSite('main').folder);
  const elsewhere = hashesOf(builtSite('main-elsewhere').folder);
  expect(Object.keys(elsewhere)).toEqual(Object.keys(here));
  expect(Object.keys(here).length).toBeGreaterThan(500);
  expect(Object.keys(here).filter((file) => here[file] !== elsewhere[file])).toEqual([]);
});
