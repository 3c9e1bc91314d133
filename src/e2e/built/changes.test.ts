import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILD_DAY } from '../support/test-sites.ts';
import { attribute, builtSite, pagesOf, textsOf } from './pages.ts';
import { registryOf } from './registries.ts';

/** The lines of the logs of a page: its date, then its text. */
async function logOf(site: string, file: string): Promise<string[]> {
  const page = (await pagesOf(site)).find((candidate) => candidate.file === file);
  const lines = page?.root.querySelectorAll('ol.log > li') ?? [];
  return lines.map((line) => {
    const date = attribute(line.querySelector('time') ?? expect.fail('no date'), 'datetime');
    const [, ...words] = textsOf(line).map(({ text }) => text);
    return `${date} ${words.join(' ')}`;
  });
}

test('the log of a copy tells what its file of changes tells, and the rest at the day of the build', async () => {
  const { records } = registryOf('arabic');
  const log = await logOf('arabic', 'en/changes/index.html');
  // Two of three projects of the file are live, and an organization; one was removed.
  expect(log.filter((line) => line.startsWith(BUILD_DAY))).toHaveLength(records.length - 3);
  expect(log.filter((line) => !line.startsWith(BUILD_DAY))).toEqual([
    '2026-10-05 Unified Test Login (Project) · record confirmed',
    '2025-07-01 jo/merged-away (Project) · removed',
    '2025-07-01 Old Portal (Project) · ended',
    '2025-06-11 Unified Test Login (Project) · corrected: Licence , Summary in Arabic, Summary in French',
    '2025-05-20 Unified Test Login (Project) · renamed, formerly jo/single-sign-on',
    '2025-03-09 jo/merged-away (Project) · added',
    '2025-03-02 Unified Test Login (Project) · added',
    '2025-03-02 Old Portal (Project) · added',
    '2025-03-02 Ministry of Tests (Organization) · added',
  ]);
});

test('a record’s page tells its own history, also from before its renaming', async () => {
  expect(await logOf('arabic', 'fr/projects/jo/unified-login/index.html')).toEqual([
    '2026-10-05 fiche confirmée',
    '2025-06-11 correction : Licence , Résumé en arabe, Résumé en français',
    '2025-05-20 nouvel identifiant, auparavant jo/single-sign-on',
    '2025-03-02 ajout',
  ]);
});

test('the log without a file of changes lists every record once', async () => {
  const { records } = registryOf('main');
  if (registryOf('main').changes.commit !== undefined) return;
  const pages = (await pagesOf('main')).filter(({ file }) => /^en\/changes\/(?:\d+\/)?index\.html$/.test(file));
  const logs = await Promise.all(pages.map(({ file }) => logOf('main', file)));
  expect(logs.flat().filter((line) => line.startsWith(`${BUILD_DAY} `) && line.endsWith(' added'))).toHaveLength(
    records.length,
  );
});

test('the feed of changes tells the same', () => {
  const feed = readFileSync(join(builtSite('arabic').folder, 'fr/changes/feed.xml'), 'utf8');
  expect(feed).toContain('correction\u00a0: Licence, Résumé en arabe, Résumé en français');
  expect(feed).toContain('/projects/jo/unified-login/#corrected-2025-06-11</id>');
  expect(feed).toContain('/changes/#removed-2025-07-01-project-jo/merged-away</id>');
});
