import { beforeAll, expect, test, vi } from 'vitest';
import { loadRegistry } from '../registry/load-fs.ts';
import type { RegistryConfig } from '../schema/config.ts';
import { otherDoors } from './doors.ts';
import { makeSite } from './make-site.ts';
import { correctUrl, editUrl } from './record-links.ts';

const { registry } = loadRegistry('src/e2e/fixtures/empty-copy');
const siteWith = (config: Partial<RegistryConfig>) =>
  makeSite({
    ...registry,
    config: { ...registry.config, url: 'https://square.example.org/a/', languages: ['fr'], ...config },
  });
const repository = { url: 'https://git.example.org/square/registry', branch: 'main', host: 'github' } as const;

// Where the tests run on GitHub, a build would take the repository from there.
beforeAll(() => {
  for (const name of ['SITE_URL', 'REPOSITORY_URL', 'GITHUB_REPOSITORY']) vi.stubEnv(name, '');
  return () => vi.unstubAllEnvs();
});

test('without script, a copy offers what it has, and no door that leads nowhere', () => {
  const doors = (config: Partial<RegistryConfig>) => otherDoors('fr', siteWith(config)).map(({ href }) => href);
  expect(doors({})).toEqual(['/a/fr/contribute/by-hand/']);
  expect(doors({ repository, intake: 'records@example.org' })).toEqual([
    '/a/fr/contribute/by-hand/',
    'https://git.example.org/square/registry/issues/new?template=add-record.yml&language=fr',
    'https://git.example.org/square/registry/issues/new?template=suggest-project.yml&language=fr',
    'mailto:records@example.org',
  ]);
  const contact = { name: 'Team', url: 'https://www.example.org/contact' };
  expect(doors({ contact, repository: { ...repository, host: 'forgejo' } })).toEqual([
    '/a/fr/contribute/by-hand/',
    contact.url,
  ]);
});

test('a record is corrected in the form, and edited at the host where one is known', () => {
  const site = siteWith({ repository });
  expect(correctUrl({ kind: 'standard', id: 'int/ocds' }, 'fr', site)).toBe(
    '/a/fr/contribute/?correct=standard:int/ocds',
  );
  const file = 'standards/int/ocds.yaml';
  expect(editUrl(file, site)).toBe(`${repository.url}/edit/main/registry/${file}`);
  expect(editUrl(file, siteWith({}))).toBeUndefined();
});
