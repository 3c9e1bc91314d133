import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { fc, runs } from '../../../src/registry/fixtures/fast-check.ts';
import { type Files, temporaryRegistry, writeFiles } from '../../../src/registry/fixtures/temporary-registry-fs.ts';
import { loadRegistry } from '../../../src/registry/load-fs.ts';
import { type DelegationRequest, planDelegation } from '../../../src/setup/zones/plan-delegation.ts';
import { planTakeBack, type TakeBackRequest } from '../../../src/setup/zones/plan-take-back.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { type CopyServer, startTwoCopies } from '../sync/fixtures/copy-server.ts';
import { ownRegistry } from '../sync/own-registry.ts';
import { syncRegistry } from '../sync/sync-registry.ts';
import { outcomeText } from '../sync/sync-report.ts';
import { writeRecords } from '../write-records.ts';
import { answerFaults } from './answer-faults.ts';
import { askCopy, withSettings } from './ask-copy.ts';
import { readZoneState } from './read-state.ts';

const { ca, fr, loopbackForTests } = await startTwoCopies();

const CA = 'https://ca.example.org/';
const project = (name: string, more = '') =>
  `# By hand.\nschemaVersion: 1\nname: ${name}\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions: [notifications]\nowner: int/office\nwebsite: https://${name.toLowerCase()}.example.org/ # a comment\n${more}`;
const STONE = 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n';
const IN_CA: Files = {
  'projects/ca/letters.yaml': project('Letters'),
  'projects/ca/parcels.yaml': project('Parcels'),
  'projects/ca/gone.yaml': STONE,
};
const CONFIG =
  '# Who.\nschemaVersion: 1\nid: int\nname:\n  en: World\nzones: "*"\nlanguages: [en]\ndataLicense: CC0-1.0\n';
const FEDERATION = '# From whom.\nschemaVersion: 1\n';

/** The international copy. */
function world(files: Files = {}): RegistryFolder {
  const root = temporaryRegistry({
    'registry.yaml': CONFIG,
    'federation.yaml': FEDERATION,
    ...IN_CA,
    'projects/fr/courrier.yaml': project('Courrier'),
    ...files,
  });
  return { root, shown: 'registry', isDefault: false };
}

function everything({ root }: RegistryFolder): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:yaml|json)$/.test(file),
  );
  return Object.fromEntries(files.toSorted().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function stateOf(folder: RegistryFolder, zones: readonly string[]) {
  return readZoneState(folder, loadRegistry(folder.root), zones);
}

function give(folder: RegistryFolder, zones: readonly string[], url = CA, more: Partial<DelegationRequest> = {}) {
  const plan = planDelegation(stateOf(folder, zones), { zones, url, ...more }, sha256);
  if (!('problem' in plan)) writeRecords(folder.root, plan.files);
  return plan;
}

function take(folder: RegistryFolder, zones: readonly string[], more: Partial<TakeBackRequest> = {}) {
  const plan = planTakeBack(stateOf(folder, zones), { zones, ...more }, sha256);
  if (!('problem' in plan)) writeRecords(folder.root, plan.files);
  return plan;
}

function sync(folder: RegistryFolder) {
  return syncRegistry(folder, { day: '2026-11-25', firstPauseMs: 1, loopbackForTests });
}

const texts = (files: Files) => files as Record<string, string>;

describe('giving a zone and taking it back', () => {
  test('leaves every byte, and synchronizing says nothing in between', async () => {
    const folder = world();
    const before = everything(folder);
    expect(give(folder, ['ca'])).toMatchObject({ given: ['ca'], counts: { records: 2, tombstones: 1 } });
    expect(everything(folder)['federation.yaml']).toMatch(
      /^# From whom\.\n.*delegations:\n {2}ca: https:\/\/ca\.example/s,
    );
    ca.publish(texts(IN_CA), 3);
    const [outcome] = (await sync(folder)).sources;
    expect(outcome).toMatchObject({
      status: 'taken',
      sequence: 3,
      report: { unchanged: 3, edited: [], changed: [], ignored: 0 },
    });
    expect((await sync(folder)).sources[0]?.status).toBe('unchanged');
    expect(take(folder, ['ca'])).toMatchObject({ counts: { records: 2, tombstones: 1 }, edited: [], lacking: [] });
    expect(everything(folder)).toEqual(before);
  });

  test('keeps what the other copy changed, ended and added, and what was edited here', async () => {
    const folder = world();
    give(folder, ['ca']);
    writeFiles(folder.root, { 'projects/ca/parcels.yaml': project('Parcels', 'languages: [en]\n') });
    const theirs = {
      ...IN_CA,
      'projects/ca/letters.yaml': STONE,
      'projects/ca/parcels.yaml': project('Parcelpost'),
      'projects/ca/stamps.yaml': project('Stamps'),
    };
    ca.publish(texts(theirs), 9);
    expect((await sync(folder)).sources[0]?.report).toMatchObject({
      removed: ['project:ca/letters'],
      edited: ['project:ca/parcels'],
    });
    const synced = everything(folder);
    expect(take(folder, ['ca'])).toMatchObject({
      edited: ['project:ca/parcels'],
      counts: { records: 2, tombstones: 2 },
      from: [{ snapshot: { sequence: 9 } }],
    });
    const { 'federation.lock/ca.json': _, 'federation.yaml': __, ...records } = synced;
    expect(everything(folder)).toEqual({ ...records, 'federation.yaml': FEDERATION });
    // What was gone stays so where the zone is given again, to a copy that has let it live.
    give(folder, ['ca']);
    ca.publish(texts({ ...theirs, 'projects/ca/letters.yaml': project('Letters') }), 10);
    expect((await sync(folder)).sources[0]).toMatchObject({ status: 'refused', reason: 'resurrection' });
  });

  test('works where the other copy is gone, and takes nothing from it whatever it shows', async () => {
    const folder = world();
    give(folder, ['ca', 'ca-qc']);
    ca.publish(texts(IN_CA), 3, ({ config, ...rest }) => ({ ...rest, config: { ...config, zones: ['ca', 'ca-qc'] } }));
    await sync(folder);
    ca.instead = (_path, response) => Boolean(response.writeHead(503).end());
    expect((await sync(folder)).sources[0]?.status).toBe('refused');
    ca.instead = () => false;
    // Only one of its zones is taken back: from the other it is still asked.
    expect(take(folder, ['ca'])).toMatchObject({ counts: { records: 2 } });
    const before = everything(folder);
    expect(before['federation.yaml']).toContain('ca-qc');
    expect(before['federation.lock/ca.json']).not.toContain('ca/');
    ca.publish(
      texts({ 'projects/ca/letters.yaml': project('Overwritten'), 'projects/ca/new.yaml': project('New') }),
      4,
      ({ config, ...rest }) => ({ ...rest, config: { ...config, zones: ['ca', 'ca-qc'] } }),
    );
    expect((await sync(folder)).sources[0]).toMatchObject({
      status: 'taken',
      report: { ignored: 2, added: [], absent: [] },
    });
    const { 'federation.lock/ca.json': lock, ...after } = everything(folder);
    expect(lock).not.toContain('ca/');
    const { 'federation.lock/ca.json': _, ...own } = before;
    expect(after).toEqual(own);
  });

  test('is the same bytes again for any records, edits and zones', () => {
    const zone = fc.constantFrom('ca', 'ca-qc', 'fr');
    const slug = fc.stringMatching(/^[a-z]{3,9}$/);
    const record = fc.record({ zone, slug, isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.uniqueArray(zone, { minLength: 1 }), (records, zones) => {
        const files = records.map(({ zone: z, slug: s, isGone }) => [
          `projects/${z}/${s}.yaml`,
          isGone ? STONE : project(s),
        ]);
        const folder = world(Object.fromEntries(files));
        const before = everything(folder);
        give(folder, zones);
        for (const each of zones) expect(take(folder, [each])).not.toHaveProperty('problem');
        expect(everything(folder)).toEqual(before);
      }),
      runs(15),
    );
  });
});

/** The files that a copy publishes: what stands in its folder now. */
function published(folder: RegistryFolder): Record<string, string> {
  const files = Object.entries(everything(folder));
  return Object.fromEntries(files.filter(([file]) => /^(?:projects|organizations)\//.test(file)));
}

test('two copies give a zone to and fro, and agree at each step', async () => {
  const WORLD = 'https://fr.example.org/';
  const here = world();
  const there = world({
    'registry.yaml': CONFIG.replace('"*"', '[ca, ca-qc]').replace('id: int', 'id: ca'),
    'federation.yaml': `schemaVersion: 1\nsources:\n  - id: fr\n    url: ${WORLD}\n    zones: [fr, int]\n    trust: review\n`,
  });
  // The world stands where the tests have the copy of fr.
  const publish = (server: CopyServer, folder: RegistryFolder, id: string, commits: number) => {
    const { zones, delegations } = ownRegistry(folder);
    server.publish(published(folder), commits, ({ config, ...rest }) => ({
      ...rest,
      config: { ...config, id, zones: zones === '*' ? '*' : [...zones] },
      federation: { schemaVersion: 1, delegations: { ...delegations } },
    }));
  };
  give(here, ['ca', 'ca-qc']);
  publish(ca, there, 'ca', 1);
  publish(fr, here, 'fr', 1);
  expect((await sync(here)).sources).toMatchObject([{ report: { changed: [], added: [], absent: [], edited: [] } }]);
  expect((await sync(there)).sources).toMatchObject([{ report: { changed: [], absent: [], edited: [] } }]);

  writeFiles(there.root, { 'projects/ca/letters.yaml': project('Letterpost'), 'projects/ca/parcels.yaml': STONE });
  // Who takes it has not seen what changed last: whoever gives it is told before.
  publish(fr, here, 'fr', 2);
  const zones = ['ca'];
  const asked = async () => {
    const plan = planDelegation(stateOf(there, zones), { zones, url: WORLD }, sha256);
    if ('problem' in plan) throw new Error(plan.problem);
    const own = withSettings(ownRegistry(there), plan.settings);
    const loopbackForTests = new Map([['fr', fr.host]]);
    return askCopy({ source: plan.source, own, lock: plan.lock }, zones, { loopbackForTests, firstPauseMs: 1 });
  };
  expect(await asked()).toMatchObject({
    unclaimed: ['ca'],
    lacking: ['project:ca/gone', 'project:ca/letters', 'project:ca/parcels'],
  });
  publish(ca, there, 'ca', 2);
  await sync(here);
  expect(take(here, zones)).toMatchObject({ counts: { records: 1, tombstones: 2 } });
  publish(fr, here, 'fr', 3);
  expect(await asked()).toMatchObject({ unclaimed: [], lacking: [], ahead: [] });
  expect(give(there, zones, WORLD)).toMatchObject({ source: { id: 'fr', zones: ['fr', 'int', 'ca'] } });
  expect((await sync(there)).sources).toMatchObject([{ report: { changed: [], added: [], absent: [], edited: [] } }]);
  expect(Object.keys(published(there))).toEqual(Object.keys(published(here)));
  publish(ca, there, 'ca', 3);
  expect((await sync(here)).sources).toMatchObject([{ report: { changed: [], absent: [], edited: [] } }]);
});

test('what a copy gives away it need not show any more, and who takes it is told', async () => {
  const folder = world();
  give(folder, ['ca']);
  ca.publish(texts(IN_CA), 1);
  await sync(folder);
  ca.publish({}, 2, (registry) => ({
    ...registry,
    federation: { schemaVersion: 1, delegations: { ca: 'https://world.example.org/' } },
  }));
  const [outcome] = (await sync(folder)).sources;
  expect(outcome).toMatchObject({ given: { ca: 'https://world.example.org/' }, report: { absent: [], removed: [] } });
  expect(outcome && outcomeText(outcome, false)).toContain('If that is this copy: npm run registry -- take-back ca;');
  expect(take(folder, ['ca'])).toMatchObject({ absent: [], counts: { records: 2, tombstones: 1 } });
});

describe('taking a zone', () => {
  test('writes overlays into their records, local words first', async () => {
    const overlay = 'schemaVersion: 1\npatch:\n  summary:\n    fr: Envoie des lettres\nbase:\n  /summary/fr: absent\n';
    const folder = world({ 'overlays/projects/ca/letters.yaml': overlay, 'overlays/projects/ca/gone.yaml': overlay });
    give(folder, ['ca']);
    ca.publish(
      texts({
        ...IN_CA,
        'projects/ca/letters.yaml': project('Letters').replace('Sends letters', 'Sends letters\n  fr: Poste'),
      }),
      5,
    );
    await sync(folder);
    expect(take(folder, ['ca'])).toMatchObject({
      merged: ['project:ca/letters'],
      stale: ['project:ca/letters'],
      kept: ['project:ca/gone'],
    });
    const files = everything(folder);
    expect(files['projects/ca/letters.yaml']).toContain('  fr: Envoie des lettres\n');
    expect(files).not.toHaveProperty('overlays/projects/ca/letters.yaml');
    expect(files).toHaveProperty('overlays/projects/ca/gone.yaml');
  });

  test('is refused where not all of it is here, and goes on all the same when told to', async () => {
    const folder = world();
    give(folder, ['ca']);
    ca.publish(texts({ ...IN_CA, 'projects/ca/newer.yaml': project('Newer') }), 5, (registry) => ({
      ...registry,
      records: registry.records.map((record) =>
        record.id === 'ca/newer'
          ? ({ ...record, data: { ...record.data, schemaVersion: 99 } } as unknown as typeof record)
          : record,
      ),
    }));
    await sync(folder);
    expect(take(folder, ['ca'])).toEqual({ problem: 'not-taken', zone: 'ca', found: ['project:ca/newer'] });
    rmSync(join(folder.root, 'projects/ca/gone.yaml'));
    expect(take(folder, ['ca'], { asIs: true })).toMatchObject({
      lacking: [{ problem: 'not-taken' }, { problem: 'unburied', found: ['project:ca/gone'] }],
    });
    expect(take(world(), ['ca'])).toEqual({ problem: 'ours', zone: 'ca' });
  });

  test('adopts what another copy gives, and refuses a part of it', async () => {
    // This copy writes ca, and takes ca-qc from the other one, which gives it.
    const source = (more = '') =>
      `schemaVersion: 1\nsources:\n  - id: fr\n    url: https://fr.example.org/\n    zones: [fr, ca-qc]\n    trust: review\n${more}`;
    const folder = world({
      'registry.yaml': CONFIG.replace('"*"', '[ca, int]').replace('id: int', 'id: ca'),
      'federation.yaml': source('    include: [project]\n'),
    });
    expect(take(folder, ['ca-qc'])).toEqual({ problem: 'partial', zone: 'ca-qc', found: ['fr'] });
    writeFileSync(join(folder.root, 'federation.yaml'), source());
    const theirs = { 'projects/ca-qc/lettres.yaml': project('Lettres'), 'projects/ca-qc/fini.yaml': STONE };
    fr.publish(theirs, 2, ({ config, ...rest }) => ({ ...rest, config: { ...config, zones: ['fr', 'ca-qc'] } }));
    await sync(folder);
    expect(take(folder, ['ca-qc'])).toMatchObject({ counts: { records: 1, tombstones: 1 } });
    expect(ownRegistry(folder).zones).toEqual(['ca', 'int', 'ca-qc']);
    // The other copy has not stopped: nothing is taken of it.
    fr.publish({ ...theirs, 'projects/ca-qc/lettres.yaml': project('Autre') }, 3, ({ config, ...rest }) => ({
      ...rest,
      config: { ...config, zones: ['fr', 'ca-qc'] },
    }));
    expect((await sync(folder)).sources[0]?.report).toMatchObject({ changed: [], ignored: 2 });
    expect(take(folder, ['no'])).toEqual({ problem: 'empty', zone: 'no' });
  });
});

describe('moving a zone', () => {
  test('goes on with what was taken: an edit stays an edit, a tombstone stays', async () => {
    const folder = world();
    give(folder, ['ca']);
    ca.publish(texts(IN_CA), 3);
    await sync(folder);
    writeFiles(folder.root, { 'projects/ca/parcels.yaml': project('Parcels', 'languages: [en]\n') });
    expect(give(folder, ['ca'], 'https://fr.example.org/', { id: 'fr' })).toEqual({
      problem: 'elsewhere',
      zone: 'ca',
      found: [CA],
    });
    expect(give(folder, ['ca'], 'https://fr.example.org/', { id: 'fr', moves: true })).toMatchObject({ moved: ['ca'] });
    const files = everything(folder);
    expect(files).not.toHaveProperty('federation.lock/ca.json');
    expect(files['federation.yaml']).not.toContain('ca.example.org');
    const zones = ['ca'] as string[];
    const edit = ({ config, ...rest }: Parameters<NonNullable<Parameters<CopyServer['publish']>[2]>>[0]) => ({
      ...rest,
      config: { ...config, zones },
    });
    fr.publish(
      texts({
        ...IN_CA,
        'projects/ca/letters.yaml': project('Letterpost'),
        'projects/ca/parcels.yaml': project('Parcelpost'),
      }),
      1,
      edit,
    );
    expect((await sync(folder)).sources[0]?.report).toMatchObject({
      changed: ['project:ca/letters'],
      edited: ['project:ca/parcels'],
    });
    fr.publish(texts({ 'projects/ca/letters.yaml': project('Letterpost') }), 2, edit);
    expect((await sync(folder)).sources[0]).toMatchObject({ reason: 'resurrection' });
  });

  test('by a copy that is told so: who gave a zone away, or has ended, says who goes on', async () => {
    const folder = world({
      'registry.yaml': CONFIG.replace('"*"', '[int]'),
      'federation.yaml': `schemaVersion: 1\nsources:\n  - id: ca\n    url: ${CA}\n    zones: [ca, ca-qc]\n    trust: review\n`,
    });
    ca.publish(texts(IN_CA), 3, ({ config, ...rest }) => ({
      ...rest,
      config: { ...config, zones: ['ca'], ended: { on: '2026-11-20', successor: 'https://world.example.org/' } },
      federation: {
        schemaVersion: 1,
        delegations: { 'ca-qc': 'https://qc.example.org/', 'ca-on': 'https://on.example.org/' },
      },
    }));
    for (const status of ['taken', 'unchanged']) {
      const [outcome] = (await sync(folder)).sources;
      expect(outcome).toMatchObject({
        status,
        ended: { on: '2026-11-20' },
        given: { 'ca-qc': 'https://qc.example.org/' },
      });
      const text = outcome === undefined ? '' : outcomeText(outcome, false);
      expect(text).toContain(
        'ended on 2026-11-20; what was taken stays. It says that https://world.example.org/ goes on.',
      );
      expect(text).toContain('delegate ca-qc https://qc.example.org/ --move --check');
      expect(text).not.toContain('ca-on');
    }
    // Not this copy's to delegate: it only takes the zone from elsewhere.
    expect(give(folder, ['ca-qc'], 'https://qc.example.org/', { id: 'qc', moves: true })).toMatchObject({
      moved: ['ca-qc'],
    });
    expect(ownRegistry(folder).delegations).toEqual({});
    expect(ownRegistry(folder).sources).toMatchObject([
      { id: 'ca', zones: ['ca'] },
      { id: 'qc', zones: ['ca-qc'] },
    ]);
  });

  test('to another address of the same copy keeps its id and its state', async () => {
    const folder = world();
    give(folder, ['ca']);
    ca.publish(texts(IN_CA), 7);
    await sync(folder);
    expect(give(folder, ['ca'], 'https://new.example.ca/', { id: 'ca', moves: true })).toMatchObject({
      source: { id: 'ca', zones: ['ca'] },
    });
    expect(everything(folder)['federation.lock/ca.json']).toContain('"sequence": 7');
  });
});

test.each([
  [['xx'], {}, 'no-zone'],
  [['ca', 'int'], {}, 'last-zone'],
  [['fr'], {}, 'not-ours'],
  [['ca'], { ownUrl: CA }, 'own-address'],
  [['ca'], { id: 'int' }, 'id-taken'],
] as const)('gives nothing away: %j %j is %s', (zones, more, problem) => {
  const folder = world({ 'registry.yaml': CONFIG.replace('"*"', '[ca, int]') });
  rmSync(join(folder.root, 'projects/fr'), { recursive: true });
  const before = everything(folder);
  expect(give(folder, zones, CA, more)).toMatchObject({ problem });
  expect(everything(folder)).toEqual(before);
});

test('a part of a zone is split off, and what stays is told', () => {
  const folder = world({
    'registry.yaml': CONFIG.replace('"*"', '[ca, ca-qc, int]'),
    'projects/ca-qc/lettres.yaml': project('Lettres'),
  });
  expect(give(folder, ['ca'])).toMatchObject({ staying: ['ca-qc'] });
  expect(give(folder, ['ca-qc'], 'https://qc.example.org/')).toMatchObject({
    source: { id: 'ca-qc', licenses: ['CC0-1.0'] },
    staying: [],
  });
  expect(ownRegistry(folder)).toMatchObject({
    zones: ['int'],
    delegations: { ca: CA, 'ca-qc': 'https://qc.example.org/' },
  });
});

describe('asking a copy first', () => {
  const ask = async (folder: RegistryFolder, zones: readonly string[]) => {
    const plan = planDelegation(stateOf(folder, zones), { zones, url: CA, id: 'ca' }, sha256);
    if ('problem' in plan) throw new Error(plan.problem);
    const own = withSettings(ownRegistry(folder), plan.settings);
    const answer = await askCopy({ source: plan.source, own, lock: plan.lock }, zones, {
      loopbackForTests: new Map([['ca', ca.host]]),
      firstPauseMs: 1,
    });
    return answerFaults(answer, plan.source, zones);
  };

  test('finds nothing where it has all, and tells what it lacks', async () => {
    const folder = world();
    ca.publish(texts({ ...IN_CA, 'projects/ca/more.yaml': project('More') }), 1);
    expect(await ask(folder, ['ca'])).toEqual([]);
    const { 'projects/ca/letters.yaml': _, ...fewer } = texts(IN_CA);
    ca.publish(fewer, 1);
    expect(await ask(folder, ['ca'])).toEqual([
      expect.stringContaining('does not have 1 records and tombstones that stand here: project:ca/letters'),
    ]);
    expect(await ask(folder, ['fr'])).toEqual([expect.stringContaining('does not say that it writes fr')]);
  });

  test.each<[string, Parameters<CopyServer['publish']>[2], RegExp]>([
    [
      'is another copy',
      ({ config, ...rest }) => ({ ...rest, config: { ...config, id: 'other' } }),
      /another copy than.* Found: other.* --source-id other\./,
    ],
    [
      'has another licence',
      ({ config, ...rest }) => ({ ...rest, config: { ...config, dataLicense: 'MIT' } }),
      /licence is not one/,
    ],
    ['lets live what is gone here', (registry) => ({ ...registry, tombstones: [] }), /gone is back/],
  ])('says that it %s', async (_, edit, expected) => {
    ca.publish(texts(IN_CA), 1, edit);
    expect(await ask(world(), ['ca'])).toEqual([expect.stringMatching(expected)]);
  });

  test('says that nobody is there', async () => {
    ca.instead = (_path, response) => Boolean(response.writeHead(404).end());
    expect(await ask(world(), ['ca'])).toEqual([expect.stringMatching(/404/)]);
    ca.instead = () => false;
  });
});
