import { expect, test } from 'vitest';
import { formatLock, type Lock } from '../federation/lock.ts';
import { recordText } from '../federation/record-text.ts';
import { sha256 } from '../federation/sha256-node.ts';
import { fileHash } from '../registry/content-hash.ts';
import { roleOf } from '../registry/files.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { blockedStates } from './blocked.ts';
import { checkPullRequest } from './check-pull-request.ts';
import { shippedPolicy } from './fixtures/context.ts';
import { report as sampleReport } from './fixtures/reports.ts';
import type { FileDifference, FileVersion, PullRequestInput } from './pull-request-input.ts';

const CONFIG = 'schemaVersion: 1\nid: int\nname:\n  en: Here\nzones: [int]\nlanguages: [en]\ndataLicense: CC0-1.0\n';
const FEDERATION =
  'schemaVersion: 1\nsources:\n  - id: ca\n    url: https://ca.example.org/\n    zones: [ca]\n    trust: review\n';
const LOCK = 'federation.lock/ca.json';
const FILE = 'organizations/ca/office.yaml';
const KEY = 'organization:ca/office';
const utf8 = new TextEncoder();

const office = (name: string) =>
  recordText('organization', {
    data: { schemaVersion: 1, name, type: 'national', country: 'CA', website: 'https://office.example.org/' },
  }) ?? '';
const STONE = 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n';
const hash = (text: string) => fileHash('organization', 'ca/office', text, sha256) ?? '';

function lock(sequence: number, more: Partial<Lock> = {}): string {
  const snapshot = { sequence, index: '0'.repeat(64), asOf: '2026-11-20', license: 'CC0-1.0' };
  const empty = { schemaVersion: 1, source: 'ca', records: {}, tombstones: {}, quarantined: {}, absent: {} } as const;
  return formatLock({ ...empty, snapshot, ...more } as Lock);
}

const version = (text: string): FileVersion => ({
  ...{ mode: '100644', hash: sha256(utf8.encode(text)), size: text.length },
  bytes: utf8.encode(text),
});

type Texts = Readonly<Record<string, string>>;

/** Errors and warnings of a pull request that makes of `before` the files `after`; left out is what is taken out. */
function check(before: Texts, after: Texts, more: Partial<PullRequestInput> = {}): string[] {
  const standing: Texts = { 'registry.yaml': CONFIG, 'federation.yaml': FEDERATION, ...before };
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  const differences = paths.map((path): FileDifference => {
    const [old, now] = [before[path], after[path]].map((text) => (text === undefined ? undefined : version(text)));
    return {
      ...{ path: `registry/${path}`, isUtf8: true },
      ...(old === undefined ? {} : { before: old, target: old }),
      ...(now === undefined ? {} : { after: now }),
    };
  });
  const { issues } = checkPullRequest({
    ...{ base: 'b', head: 'h', folder: 'registry', paths: [], maxFiles: 1, isOurs: true, isCrossed: false },
    ...{ today: '2026-11-23', sha256, differences, textOf: (file) => standing[file] },
    sources: Object.entries(standing).map(([file, text]) => ({
      ...{ file, role: roleOf(file) },
      parsed: parseSourceFile(file, utf8.encode(text)).parsed,
    })),
    ...more,
  });
  return issues.filter(({ severity }) => severity !== 'info').map(({ rule, code }) => `${rule}/${code}`);
}

const taken = { [LOCK]: lock(1, { records: { [KEY]: hash(office('Office')) } }), [FILE]: office('Office') };
const changed = { [LOCK]: lock(2, { records: { [KEY]: hash(office('Bureau')) } }), [FILE]: office('Bureau') };
const buried = { [LOCK]: lock(3, { tombstones: { [KEY]: hash(STONE) } }), [FILE]: STONE };

test('records that come with the lock that names their hash pass: new, changed, buried, let in no more', () => {
  expect(check({}, taken)).toEqual([]);
  expect(check(taken, changed)).toEqual([]);
  expect(check(taken, buried)).toEqual([]);
  expect(check(taken, { [LOCK]: lock(2) })).toEqual([]);
});

test('from somebody’s own run they pass, and it is said that nobody has seen the source', () => {
  expect(check({}, taken, { isOurs: false })).toEqual(['pr-taken-by-hand/unseen']);
});

const FOREIGN = 'pr-foreign-zone/foreign';

test('what is not what the lock says is somebody’s edit', () => {
  expect(check(taken, { ...changed, [FILE]: office('Mine') })).toEqual(
    expect.arrayContaining(['pr-taken/differs', FOREIGN]),
  );
  expect(check(taken, { ...taken, [FILE]: office('Mine') })).toEqual([FOREIGN]);
  expect(check(taken, { [LOCK]: taken[LOCK] ?? '' })).toContain(FOREIGN);
  const other = 'organizations/ca/other.yaml';
  expect(check(taken, { ...changed, [other]: office('Other') })).toContain('pr-taken/differs');
  expect(check(taken, { ...taken, [LOCK]: changed[LOCK] ?? '' })).toContain('pr-taken/absent');
});

test('a lock that no synchronization of a known source writes is refused', () => {
  expect(check(changed, taken)).toContain('pr-taken/rollback');
  expect(
    check(taken, { ...changed, [LOCK]: changed[LOCK]?.replace('"sequence": 2', '"sequence": 9000000') ?? '' }),
  ).toContain('pr-taken/forward');
  expect(
    check(buried, { ...changed, [LOCK]: changed[LOCK]?.replace('"sequence": 2', '"sequence": 4') ?? '' }),
  ).toContain('pr-taken/forgotten');
  expect(check(taken, { [FILE]: office('Office') })).toContain('pr-taken/lock');
  expect(check({}, { 'federation.lock/fr.json': lock(1).replace('"ca"', '"fr"') })).toEqual(['pr-taken/source']);
});

test('a lock gives nobody a zone: neither one of this registry’s own nor one that is not taken from the source', () => {
  const mine = 'organizations/int/office.yaml';
  const found = check(
    {},
    { ...taken, [mine]: office('Office').replace('national', 'international').replace('country: CA\n', '') },
  );
  expect(found).toEqual([]);
  const claims = lock(1, { records: { 'organization:int/office': hash(office('Office')) } });
  expect(check({}, { [LOCK]: claims, [mine]: office('Office') })).toContain('pr-taken/absent');
  const standing = { [LOCK]: lock(1), [mine]: office('Office') };
  expect(check(standing, { [LOCK]: lock(2) })).toContain('pr-deletion/gone');
});

test('a lock may begin with what stands here, and with nothing else, before its source is known', () => {
  const zone = FEDERATION.replace('id: ca', 'id: fr');
  const { snapshot: _, ...begun } = JSON.parse(taken[LOCK] ?? '') as Lock;
  const standing = { 'federation.yaml': zone, [FILE]: office('Office') };
  expect(check(standing, { ...standing, [LOCK]: JSON.stringify(begun) })).toEqual([]);
  const other = { ...standing, [FILE]: office('Other') };
  expect(check(other, { ...other, [LOCK]: JSON.stringify(begun) })).toContain('pr-taken/absent');
  expect(check(standing, { ...standing, [LOCK]: taken[LOCK] ?? '' })).toContain('pr-taken/source');
});

const OWN = CONFIG.replace('zones: [int]', 'zones: "*"');
const GIVEN = FEDERATION.replace('sources:', 'delegations:\n  ca: https://ca.example.org/\nsources:');
const UNGIVEN = { 'registry.yaml': OWN, 'federation.yaml': 'schemaVersion: 1\n', [FILE]: office('Office') };
const BEGUN = lock(1, { records: { [KEY]: hash(office('Office')) } });
const DELEGATED = { ...UNGIVEN, 'federation.yaml': GIVEN, [LOCK]: BEGUN };

/** What is said besides that settings change, which a person merges. */
function settled(before: Texts, after: Texts): string[] {
  const found = check(before, after, { maxFiles: 50 });
  expect(found).toContain('pr-settings/settings');
  return found.filter((each) => each !== 'pr-settings/settings');
}

test('a zone is given and taken back with its lock, which claims what stands here and no more', () => {
  expect(settled(UNGIVEN, DELEGATED)).toEqual([]);
  expect(settled(DELEGATED, UNGIVEN)).toEqual([]);
  const claims = (of: Partial<Lock>) => settled(UNGIVEN, { ...DELEGATED, [LOCK]: lock(1, of) });
  expect(claims({ records: { [KEY]: hash(office('Mine')) } })).toEqual(['pr-taken/absent']);
  expect(claims({ records: { 'organization:ca/other': hash(office('Office')) } })).toContain('pr-taken/absent');
  expect(check(DELEGATED, { ...DELEGATED, [LOCK]: lock(0, {}) })).toContain('pr-taken/rollback');
});

test('a zone that moves takes what was known of it along', () => {
  const fr = GIVEN.replaceAll('ca.example', 'fr.example').replace('id: ca', 'id: fr');
  const known = lock(4, { records: { [KEY]: hash(office('Before')) }, tombstones: { 'project:ca/x': '0'.repeat(64) } });
  const moved = (of: Partial<Lock>) => {
    const text = lock(0, of).replace('"ca"', '"fr"');
    const after = { ...UNGIVEN, 'federation.yaml': fr, 'federation.lock/fr.json': text };
    return settled({ ...DELEGATED, [LOCK]: known }, after);
  };
  const { records, tombstones } = JSON.parse(known) as Lock;
  expect(moved({ records, tombstones })).toEqual([]);
  expect(moved({ records })).toEqual(['pr-taken/forgotten']);
});

test('what an overlay says is written into its record when the zone is taken back, and nothing else', () => {
  const overlay = 'overlays/organizations/ca/office.yaml';
  const before = { ...DELEGATED, [overlay]: 'schemaVersion: 1\npatch:\n  name: Bureau\nbase: {}\n' };
  expect(settled(before, { ...UNGIVEN, [FILE]: office('Bureau') })).toEqual([]);
  expect(settled(before, { ...UNGIVEN, [FILE]: office('Other') })).toEqual(['pr-foreign-zone/delegated']);
  expect(settled(before, { ...DELEGATED, [FILE]: office('Bureau') })).toEqual(['pr-foreign-zone/delegated']);
});

test('words that another copy adds to a vocabulary come with its lock; the shared words are not its to change', () => {
  const words = (label: string) =>
    `schemaVersion: 1\nid: functions\ntitle: {en: Functions}\nterms:\n  permits: {label: {en: ${label}}, description: {en: Grants permits.}}\n`;
  const hashOf = (kind: 'vocabulary' | 'vocabulary-addition', text: string) =>
    fileHash(kind, 'ca/functions', text, sha256) ?? '';
  const file = 'vocabularies/functions.ca.yaml';
  const locked = lock(2, {
    records: { 'vocabulary-addition:ca/functions': hashOf('vocabulary-addition', words('Permits')) },
  });
  const shared = { 'vocabularies/functions.yaml': words('Shared') };
  expect(check(shared, { ...shared, [LOCK]: locked, [file]: words('Permits') })).toEqual([]);
  expect(check(shared, { ...shared, [LOCK]: locked, [file]: words('Mine') })).toContain('pr-taken/differs');
  const forged = lock(2, { records: { 'vocabulary:ca/functions': hashOf('vocabulary', words('Mine')) } });
  const found = check(shared, { [LOCK]: forged, 'vocabularies/functions.yaml': words('Mine') });
  expect(found).toEqual(expect.arrayContaining(['pr-taken/absent', 'pr-settings/vocabulary']));
});

test('however much a synchronization brings, it need not come in parts', () => {
  const files = Array.from({ length: 60 }, (_, at) => `registry/projects/ca/post-${at}.yaml`);
  const report = (taken: boolean) =>
    sampleReport({ files: files.map((path) => ({ path, status: 'added', ...(taken ? { taken } : {}) })) });
  const policy = shippedPolicy();
  expect(blockedStates(report(false), {}, policy)).toEqual(['files']);
  expect(blockedStates(report(true), {}, policy)).toEqual([]);
});
