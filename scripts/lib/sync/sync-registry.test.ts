import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FOREIGN_RULES } from '../../../src/federation/foreign-rules.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { fileHash } from '../../../src/registry/content-hash.ts';
import { temporaryRegistry } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { issuesOf, loadRegistry } from '../../../src/registry/load-fs.ts';
import { RULES_FOR_OTHERS } from '../../../src/rules/others.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { startTwoCopies } from './fixtures/copy-server.ts';
import { type SyncOptions, syncRegistry } from './sync-registry.ts';
import { outcomeText } from './sync-report.ts';

const { ca, fr, loopbackForTests } = await startTwoCopies();

const DAY = '2026-11-23';

function projectText(name: string, zone: string): string {
  return `schemaVersion: 1\nname: ${name}\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions:\n  - notifications\nowner: ${zone}/office\nwebsite: https://${name.toLowerCase()}.example.org/\n`;
}

/** So many projects of a zone; `changed` of them in another version. */
function projects(zone: string, count: number, changed = 0): Record<string, string> {
  const named = Array.from({ length: count }, (_, at) => {
    const name = `Post${String(at).padStart(3, '0')}`;
    return [
      `projects/${zone}/${name.toLowerCase()}.yaml`,
      projectText(at < changed ? `${name}x` : name, zone),
    ] as const;
  });
  return Object.fromEntries(named);
}

function source(id: string, more = ''): string {
  return `  - id: ${id}\n    url: https://${id}.example.org/\n    zones: [${id}]\n    trust: review\n${more}`;
}

function folderWith(sources: string, files: Record<string, string> = {}): RegistryFolder {
  const root = temporaryRegistry({
    'registry.yaml':
      'schemaVersion: 1\nid: here\nname:\n  en: Here\nzones: [int]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
    'federation.yaml': `schemaVersion: 1\nsources:\n${sources}`,
    ...files,
  });
  return { root, shown: 'registry', isDefault: false };
}

function run(folder: RegistryFolder, options: SyncOptions = {}) {
  return syncRegistry(folder, { day: DAY, firstPauseMs: 1, loopbackForTests, ...options });
}

/** Every file with its content and the time of its last change. */
function everything({ root }: RegistryFolder): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(root.length + 1), `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`];
    }),
  );
}

test('takes all, then nothing for one request, then only what has changed', async () => {
  const folder = folderWith(source('ca'));
  ca.publish(projects('ca', 100), 1);
  const first = await run(folder);
  expect(first.sources).toMatchObject([{ source: 'ca', status: 'taken', sequence: 1, asOf: '2026-11-20' }]);
  expect(first.sources[0]?.report?.added).toHaveLength(100);
  // Descriptor, index, and all records in one file.
  expect(ca.requests).toHaveLength(3);
  // Which organizations there are is the other copy’s to say: nothing is wrong with what was taken.
  const loaded = loadRegistry(folder.root);
  expect(loaded.registry.records).toHaveLength(101);
  expect(issuesOf(loaded, DAY).filter(({ severity }) => severity === 'error')).toEqual([]);

  const before = everything(folder);
  ca.requests.length = 0;
  const second = await run(folder);
  expect(second.sources).toEqual([{ source: 'ca', status: 'unchanged', sequence: 1, asOf: '2026-11-20' }]);
  expect(ca.requests).toHaveLength(1);
  expect(everything(folder)).toEqual(before);

  ca.publish(projects('ca', 100, 1), 2);
  const third = await run(folder);
  expect(third.sources[0]?.report?.changed).toEqual(['project:ca/post000']);
  expect(ca.requests.filter((path) => path.startsWith('api/v1/records/'))).toHaveLength(1);
  expect(ca.requests).toHaveLength(3);
  expect([...third.drafts.keys()]).toEqual(['federation.lock/ca.json', 'projects/ca/post000.yaml']);
  expect(readFileSync(join(folder.root, 'projects/ca/post000.yaml'), 'utf8')).toContain('Post000x');
});

test('a file that was taken and is gone is fetched again', async () => {
  const folder = folderWith(source('ca'), projects('ca', 3));
  ca.publish(projects('ca', 4), 1);
  expect((await run(folder)).sources[0]?.report?.added).toEqual(['project:ca/post003']);
  const lost = folderWith(source('ca'), {
    'federation.lock/ca.json': readFileSync(join(folder.root, 'federation.lock/ca.json'), 'utf8'),
  });
  expect((await run(lost)).sources[0]).toMatchObject({ status: 'taken' });
  expect(existsSync(join(lost.root, 'projects/ca/post003.yaml'))).toBe(true);
});

test('a source that fails keeps what was taken, and the others go on', async () => {
  const folder = folderWith(source('ca') + source('fr'));
  ca.publish(projects('ca', 3), 5);
  fr.publish(projects('fr', 3), 5);
  await run(folder);
  const before = everything(folder);
  ca.publish(projects('ca', 3, 1), 4);
  fr.publish(projects('fr', 3, 1), 6);
  const { sources } = await run(folder);
  expect(sources.map((each) => [each.source, each.status, each.reason])).toEqual([
    ['ca', 'refused', 'rollback'],
    ['fr', 'taken', undefined],
  ]);
  const changed = Object.entries(everything(folder)).filter(([file, text]) => before[file] !== text);
  expect(changed.map(([file]) => file).toSorted()).toEqual(['federation.lock/fr.json', 'projects/fr/post000.yaml']);
  expect(outcomeText(sources[0] ?? { source: '', status: 'taken' }, false)).toBe(
    'ca: refused (rollback); what was taken before stays\n  It shows an older state than the one taken before. Found: 4. Expected: 5.',
  );
});

test('a dry run, a source that is only observed, and the brake write nothing', async () => {
  const folder = folderWith(source('ca') + source('fr').replace('review', 'observe'));
  ca.publish(projects('ca', 60), 1);
  fr.publish(projects('fr', 2), 1);
  const before = everything(folder);
  expect((await run(folder, { dryRun: true })).sources.map(({ status }) => status)).toEqual(['taken', 'observed']);
  expect(everything(folder)).toEqual(before);

  await run(folder);
  expect(existsSync(join(folder.root, 'projects/fr'))).toBe(false);
  const taken = everything(folder);
  ca.publish(projects('ca', 60, 30), 2);
  const braked = await run(folder);
  expect(braked.sources[0]).toMatchObject({ status: 'needs-person', report: { unchanged: 30 } });
  expect(everything(folder)).toEqual(taken);
  expect((await run(folder, { only: 'ca', accept: true })).sources).toMatchObject([{ status: 'taken' }]);
});

test('a source is refused that would break a record here, whoever else is taken', async () => {
  const own = `${projectText('Own', 'int')}related:\n  - ca/post000\n`;
  const folder = folderWith(source('ca') + source('fr'), { 'projects/int/own.yaml': own });
  ca.publish(projects('ca', 2), 1);
  fr.publish(projects('fr', 2), 1);
  await run(folder);
  const excluding = source('ca', '    exclude: [ca/post000]\n') + source('fr');
  const again = folderWith(excluding, {
    'projects/int/own.yaml': own,
    ...projects('ca', 2),
    'federation.lock/ca.json': readFileSync(join(folder.root, 'federation.lock/ca.json'), 'utf8'),
  });
  const { sources } = await run(again);
  expect(sources.map(({ status, reason }) => [status, reason])).toEqual([
    ['refused', 'validation'],
    ['taken', undefined],
  ]);
  expect(sources[0]?.issues).toMatchObject([{ rule: 'reference-exists', file: 'projects/int/own.yaml' }]);
  expect(existsSync(join(again.root, 'projects/ca/post000.yaml'))).toBe(true);
});

test('a field that a newer copy added stays, and is no fault here', async () => {
  const folder = folderWith(source('ca'));
  const withNews = (registry: Registry) => {
    const records = registry.records.map((record) => ({ ...record, data: { ...record.data, mascot: 'beaver' } }));
    return { ...registry, records } as unknown as Registry;
  };
  ca.publish(projects('ca', 1), 1, withNews);
  expect((await run(folder)).sources).toMatchObject([{ status: 'taken' }]);
  expect(readFileSync(join(folder.root, 'projects/ca/post000.yaml'), 'utf8')).toContain('mascot: beaver');
  const loaded = loadRegistry(folder.root);
  expect(loaded.registry.records.map(({ id }) => id)).toContain('ca/post000');
  expect(issuesOf(loaded, DAY).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('an overlay stays, and is told where the source has changed what it was written on', async () => {
  const written = sha256(new TextEncoder().encode('"Post000"'));
  const overlay = `schemaVersion: 1\npatch:\n  name: Our post\nbase:\n  /name: ${written}\n`;
  const folder = folderWith(source('ca'), { 'overlays/projects/ca/post000.yaml': overlay });
  ca.publish(projects('ca', 2), 1);
  await run(folder);
  ca.publish(projects('ca', 2, 1), 2);
  const { sources } = await run(folder);
  const field = { path: '/name', old: 'Post000', now: 'Post000x', ours: 'Our post' };
  expect(sources[0]?.report?.stale).toEqual([{ key: 'project:ca/post000', fields: [field] }]);
  expect(outcomeText(sources[0] ?? { source: '', status: 'taken' }, false)).toContain(
    'stale project:ca/post000 (/name)',
  );
  expect(readFileSync(join(folder.root, 'overlays/projects/ca/post000.yaml'), 'utf8')).toBe(overlay);
  expect(issuesOf(loadRegistry(folder.root), DAY).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('without a lock that can be read, nothing is taken', async () => {
  const folder = folderWith(source('ca'), { 'federation.lock/ca.json': '{}\n' });
  ca.publish(projects('ca', 1), 1);
  expect((await run(folder)).sources).toMatchObject([{ status: 'refused', reason: 'lock' }]);
  expect(ca.requests).toEqual([]);
});

test('the rules for records of others are those that are asked before they are taken', () => {
  const asked = FOREIGN_RULES.map(({ id }) => id).filter((id) => id !== 'identity');
  expect([...RULES_FOR_OTHERS].toSorted()).toEqual(asked.toSorted());
});

test('vocabularies come with the records: the shared ones of who writes int, and what a copy adds of its zone', async () => {
  const list = (terms: string) =>
    `schemaVersion: 1\nid: functions\nterms:\n  notifications: {label: {en: Notifications}}\n${terms}`;
  const folder = folderWith(source('ca', '    include: [project]\n'));
  ca.publish(
    {
      'vocabularies/functions.yaml': list('  planted: {label: {en: Planted}}\n'),
      'vocabularies/functions.ca.yaml': list('  parcels: {label: {en: Parcels}}\n'),
      'projects/ca/post.yaml': projectText('Post', 'ca').replace('notifications', 'parcels'),
    },
    1,
  );
  const { sources } = await run(folder);
  expect(sources[0]?.report?.added).toEqual(['project:ca/post', 'vocabulary-addition:ca/functions']);
  const { registry } = loadRegistry(folder.root);
  expect(Object.keys(registry.vocabularies['functions']?.terms ?? {})).toContain('parcels');
  expect(registry.vocabularies['functions']?.terms).not.toHaveProperty('planted');
  expect(issuesOf(loadRegistry(folder.root), DAY).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what is named by its hash comes from the mirror, and from the copy where the mirror has it otherwise', async () => {
  const sourced = source('ca', '    mirror: https://mirror.example.org/copies/\n');
  const loopbackForTests = new Map([
    ['ca', ca.host],
    ['ca mirror', fr.host],
  ]);
  ca.publish(projects('ca', 3), 1);
  fr.requests.length = 0;
  fr.instead = (path, response) => {
    const bytes = path.startsWith('copies/') ? ca.fileAt(path.slice('copies/'.length)) : undefined;
    if (bytes !== undefined) response.end(bytes);
    return bytes !== undefined;
  };
  const folder = folderWith(sourced);
  expect((await run(folder, { loopbackForTests })).sources).toMatchObject([{ status: 'taken' }]);
  expect(ca.requests).toEqual(['.well-known/public-square.json']);
  expect(fr.requests).toHaveLength(2);
  fr.instead = (_, response) => Boolean(response.end('something else'));
  const again = folderWith(sourced);
  expect((await run(again, { loopbackForTests })).sources).toMatchObject([{ status: 'taken' }]);
  expect(existsSync(join(again.root, 'projects/ca/post002.yaml'))).toBe(true);
  fr.instead = () => false;
});

test('a record that is absent becomes an orphan with the days, also where the source says nothing new', async () => {
  const folder = folderWith(source('ca'));
  ca.publish(projects('ca', 2), 1);
  await run(folder, { day: '2026-10-01' });
  for (const commits of [2, 3, 4]) {
    ca.publish(projects('ca', 1), commits);
    expect((await run(folder, { day: '2026-10-01' })).sources[0]?.report?.absent).toEqual(['project:ca/post001']);
  }
  ca.requests.length = 0;
  expect((await run(folder, { day: '2026-10-30' })).sources[0]).not.toHaveProperty('orphaned');
  const before = everything(folder);
  const { sources } = await run(folder, { day: '2026-10-31' });
  expect(sources).toMatchObject([{ status: 'unchanged', orphaned: ['project:ca/post001'] }]);
  expect(outcomeText(sources[0] ?? { source: '', status: 'taken' }, false)).toContain('orphaned project:ca/post001');
  // For one request each, and nothing written.
  expect(ca.requests).toHaveLength(2);
  expect(everything(folder)).toEqual(before);
});

test('what was taken and changed here stays, and validation says where to change it', async () => {
  const folder = folderWith(source('ca'));
  ca.publish(projects('ca', 3), 1);
  await run(folder);
  const told = () =>
    issuesOf(loadRegistry(folder.root), DAY)
      .filter(({ rule }) => rule === 'foreign-edit')
      .map(({ file, code, hint }) => [file, code, hint]);
  expect(told()).toEqual([]);
  const edited = projectText('Ours', 'ca');
  writeFileSync(join(folder.root, 'projects/ca/post000.yaml'), edited);
  writeFileSync(join(folder.root, 'projects/ca/new.yaml'), edited);
  writeFileSync(join(folder.root, 'projects/ca/post001.yaml'), `# Ours.\n${projectText('Post001', 'ca')}`);
  expect(told()).toEqual([
    ['projects/ca/new.yaml', 'added', expect.stringContaining('to the copy that has the zone')],
    ['projects/ca/post000.yaml', 'changed', expect.stringContaining('belongs into overlays/projects/ca/post000.yaml')],
  ]);
  ca.publish(projects('ca', 3, 1), 2);
  expect((await run(folder)).sources[0]?.report?.edited).toEqual(['project:ca/post000']);
  expect(readFileSync(join(folder.root, 'projects/ca/post000.yaml'), 'utf8')).toBe(edited);
});

test('a forged record with a lock that fits it lasts until the index is read afresh', async () => {
  const folder = folderWith(source('ca'));
  ca.publish(projects('ca', 2), 1);
  await run(folder);
  const [file, lock] = ['projects/ca/post000.yaml', 'federation.lock/ca.json'].map((each) => join(folder.root, each));
  const [before = '', hashes = ''] = [file, lock].map((each) => readFileSync(each ?? '', 'utf8'));
  const forged = before.replace('Sends letters', 'Forged');
  const hashOf = (text: string) => fileHash('project', 'ca/post000', text, sha256) ?? '';
  writeFileSync(file ?? '', forged);
  writeFileSync(lock ?? '', hashes.replace(hashOf(before), hashOf(forged)));
  expect((await run(folder)).sources).toMatchObject([{ status: 'unchanged' }]);
  const { sources } = await run(folder, { afresh: true });
  expect(sources[0]?.report?.changed).toEqual(['project:ca/post000']);
  expect([file, lock].map((each) => readFileSync(each ?? '', 'utf8'))).toEqual([before, hashes]);
  const again = everything(folder);
  expect((await run(folder, { afresh: true })).sources).toMatchObject([{ status: 'unchanged' }]);
  expect(everything(folder)).toEqual(again);
});

test('a zone that the source does not write is told each time', async () => {
  const zones = (list: string) => folderWith(source('ca').replace('[ca]', list));
  const folder = zones('[ca, ca-qc, ca-on]');
  ca.publish(projects('ca', 1), 1);
  expect((await run(folder)).sources).toMatchObject([{ status: 'taken', unclaimed: ['ca-on', 'ca-qc'] }]);
  const [again = { source: '', status: 'taken' as const }] = (await run(folder)).sources;
  expect(again).toMatchObject({ status: 'unchanged', unclaimed: ['ca-on', 'ca-qc'] });
  expect(outcomeText(again, false)).toContain('warning: it does not say that it writes ca-on, ca-qc');
  expect((await run(zones('[ca]'))).sources[0]).not.toHaveProperty('unclaimed');
});

test.each(['projects/ca/post000.yaml', 'federation.yaml'])(
  'what somebody edits while a source is asked is not written over: %s',
  async (file) => {
    const folder = folderWith(source('ca'));
    ca.publish(projects('ca', 3), 1);
    await run(folder);
    ca.publish(projects('ca', 4, 2), 2);
    const [path, lock] = [join(folder.root, file), join(folder.root, 'federation.lock/ca.json')];
    const [edited, lockBefore] = [`${readFileSync(path, 'utf8')}# Mine.\n`, readFileSync(lock, 'utf8')];
    const tell = (text: string) => text.includes('fetching') && writeFileSync(path, edited);
    await expect(run(folder, { tell })).rejects.toThrow(file);
    expect(readFileSync(path, 'utf8')).toBe(edited);
    expect(readFileSync(lock, 'utf8')).toBe(lockBefore);
    expect(existsSync(join(folder.root, 'projects/ca/post003.yaml'))).toBe(false);
    expect((await run(folder)).sources[0]).toMatchObject({ status: 'taken' });
    expect(existsSync(join(folder.root, 'projects/ca/post003.yaml'))).toBe(true);
  },
);
