import { expect, test } from 'vitest';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { createOverlay } from '../registry/overlay/overlay.ts';
import type { Overlay } from '../schema/overlay.ts';
import { beginLock } from './begin-lock.ts';
import { type Copy, published, textOf, write } from './fixtures/model-copy.ts';
import { emptyCopy, OFFICE } from './fixtures/one-copy.ts';
import { formatLock } from './lock.ts';
import { conditionalTag, neededRecords, planSync, type SyncPlan } from './plan.ts';
import type { IndexRow, TombstoneRow } from './protocol.ts';
import { envelopeBytes } from './publish.ts';
import { readForeign, readTombstone } from './read-foreign.ts';
import { sha256 } from './sha256-node.ts';
import { SYNC_CHECKS } from './sync-checks.ts';
import type { OwnRegistry, Source, SyncContext } from './sync-context.ts';

const SOURCE: Source = { id: 'ca', url: 'https://ca.example.org/', zones: ['ca'], trust: 'review' };
const OTHER = { data: { schemaVersion: 1, name: 'Other office', type: 'national' } };
const KEY = 'organization:ca/office';
const FILE = 'organizations/ca/office.yaml';

function contextOf(more: Omit<Partial<SyncContext>, 'own'> & { own?: Partial<OwnRegistry> } = {}): SyncContext {
  const own = { zones: ['fr'], delegations: {}, sources: [SOURCE], files: new Map(), overlays: new Map(), ...more.own };
  return { source: SOURCE, lock: undefined, day: '2026-11-23', sha256, checks: SYNC_CHECKS, ...more, own };
}

const READING = { ...contextOf(), descriptor: published(emptyCopy('ca')).descriptor };

function planned(context: SyncContext, copy: Copy, etag?: string): SyncPlan {
  const { descriptor, index, records } = published(copy);
  const plan = planSync(context, { descriptor, index, etag }, records);
  if ('fault' in plan) throw new Error(plan.fault);
  return plan;
}

test('a fork begins with what stands in it: nothing is asked for but what changed since', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  write(copy, 'organization:ca/other', OTHER);
  const files = new Map(copy.files);
  copy.commits += 1;
  write(copy, KEY, { data: { ...OFFICE.data, website: 'https://office.example.org/' } });
  const withoutLock = planned(contextOf({ own: { files } }), copy);
  expect(withoutLock.report).toMatchObject({ edited: [KEY], unchanged: 1, changed: [] });
  const lock = beginLock(SOURCE, files, sha256);
  const context = contextOf({ own: { files }, lock });
  const { descriptor, index } = published(copy);
  expect(neededRecords(context, { descriptor, index }).map(({ id }) => id)).toEqual(['ca/office']);
  expect(planned(context, copy)).toMatchObject({ outcome: 'apply', report: { changed: [KEY], unchanged: 1 } });
});

test('comments and the order of fields are no edit', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy);
  copy.commits += 1;
  write(copy, KEY, OTHER);
  const files = new Map([[FILE, 'type: national # as they say\nname: "Office"\nschemaVersion: 1\n']]);
  const { drafts, report } = planned(contextOf({ lock, own: { files } }), copy);
  expect(report.changed).toEqual([KEY]);
  expect(drafts.get(FILE)).toBe(textOf(KEY, OTHER));
});

test('another tag for the same state writes nothing; other settings, or something left out, ask again', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const first = planned(contextOf(), copy, '"1"');
  const files = new Map([[FILE, first.drafts.get(FILE) ?? '']]);
  const context = contextOf({ own: { files }, lock: first.lock });
  expect(conditionalTag(context)).toBe('"1"');
  expect(planned(context, copy, '"2"')).toMatchObject({ outcome: 'unchanged', drafts: new Map() });
  expect(conditionalTag({ ...context, source: { ...SOURCE, exclude: ['project'] } })).toBeUndefined();
  const quarantined = { [KEY]: { hash: 'a'.repeat(64), reason: 'newer-schema' } };
  expect(conditionalTag({ ...context, lock: { ...first.lock, quarantined } })).toBeUndefined();
});

test('a later state of the same records is no news for a week: two copies would answer each other for ever', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy, '"1"');
  const context = contextOf({ lock, own: { files: new Map(copy.files) } });
  const later = (commits: number, asOf: string) => {
    copy.commits = commits;
    const { descriptor, index, records } = published(copy);
    return planSync(context, { descriptor: { ...descriptor, asOf }, index, etag: '"2"' }, records);
  };
  expect(later(2, '2026-01-07')).toMatchObject({ outcome: 'unchanged', drafts: new Map(), lock });
  expect(later(3, '2026-01-08')).toMatchObject({ outcome: 'apply', lock: { snapshot: { sequence: 3 }, etag: '"2"' } });
});

test('while an edit keeps a record back the source is read again, and the edit taken back lets it in', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy, '"1"');
  copy.commits += 1;
  write(copy, KEY, { data: { ...OFFICE.data, website: 'https://office.example.org/' } });
  const edited = contextOf({ lock, own: { files: new Map([[FILE, textOf(KEY, OTHER)]]) } });
  const kept = planned(edited, copy, '"2"');
  expect(kept.report).toMatchObject({ edited: [KEY], changed: [] });
  const takenBack = contextOf({ lock: kept.lock, own: { files: new Map([[FILE, textOf(KEY, OFFICE)]]) } });
  expect(conditionalTag(takenBack)).toBeUndefined();
  expect(planned(takenBack, copy, '"2"').report.changed).toEqual([KEY]);
});

test('a record that says which id it had before takes its place', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy);
  const own = { files: new Map(copy.files) };
  copy.commits += 1;
  copy.truth.delete(KEY);
  write(copy, 'organization:ca/bureau', { data: { ...OFFICE.data, formerIds: ['ca/office'] } });
  const { drafts, report } = planned(contextOf({ lock, own }), copy);
  expect(report).toMatchObject({ added: ['organization:ca/bureau'], moved: [KEY], absent: [] });
  expect(drafts.get(FILE)).toBeUndefined();
  expect(drafts.has(FILE)).toBe(true);
});

test('a record that was edited here when it got another id goes once the edit is taken back', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy);
  copy.commits += 1;
  copy.truth.delete(KEY);
  const bureau = 'organization:ca/bureau';
  write(copy, bureau, { data: { ...OFFICE.data, formerIds: ['ca/office'] } });
  const edited = contextOf({ lock, own: { files: new Map([[FILE, textOf(KEY, OTHER)]]) } });
  const kept = planned(edited, copy, '"1"');
  expect(kept.report).toMatchObject({ added: [bureau], edited: [KEY], moved: [], absent: [] });
  const standing = { ...Object.fromEntries(kept.drafts), [FILE]: textOf(KEY, OFFICE) };
  const files = new Map(Object.entries(standing).map(([file, text]) => [file, text ?? '']));
  const takenBack = contextOf({ lock: kept.lock, own: { files } });
  expect(conditionalTag(takenBack)).toBeUndefined();
  expect(planned(takenBack, copy).report).toMatchObject({ edited: [], moved: [KEY] });
});

test.each([
  ['ca-qc/post', true, 'the source writes it'],
  ['ca-on/post', true, 'the source gave it away'],
  ['int/post', false, 'the source never had it'],
  ['fr/post', false, 'this copy writes it, whatever the source says of it'],
])('a former id %s is let in: %s (%s)', (former, isTaken) => {
  const given = { 'ca-on': 'https://on.example.org/', fr: 'https://fr.example.org/' };
  const copy: Copy = { ...emptyCopy('ca'), zones: ['ca', 'ca-qc', 'ca-on', 'fr'], delegations: given };
  write(copy, KEY, { data: { ...OFFICE.data, formerIds: [former] } });
  write(copy, 'organization:ca/other', OTHER);
  const { report } = planned(contextOf(), copy);
  const added = ['organization:ca/other'];
  expect(report).toMatchObject(
    isTaken ? { added: [KEY, ...added], refused: [] } : { added, refused: [{ key: KEY, reason: 'former-id' }] },
  );
});

test('an overlay on a field that the source changes is reported: old, now, ours', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy);
  const overlay: Overlay = createOverlay(OFFICE.data, { name: 'Bureau' }, sha256);
  const own = { files: new Map(copy.files), overlays: new Map([[KEY, overlay]]) };
  copy.commits += 1;
  write(copy, KEY, OTHER);
  const { report } = planned(contextOf({ lock, own }), copy);
  const field = { path: '/name', old: 'Office', now: 'Other office', ours: 'Bureau' };
  expect(report.stale).toEqual([{ key: KEY, fields: [field] }]);
});

test('a zone that this copy writes again leaves the lock, and its files stay', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  const { lock } = planned(contextOf(), copy);
  const own = { zones: ['fr', 'ca'], files: new Map([[FILE, textOf(KEY, OTHER)]]) };
  const plan = planned(contextOf({ lock, own }), copy);
  expect([...plan.drafts.keys()]).toEqual(['federation.lock/ca.json']);
  expect(plan.lock.records).toEqual({});
});

test('whatever a record holds, it is taken as it is or left out, and nothing throws', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'schemaVersion',
      'name',
      'type',
      'countries',
      'audience',
      'formerIds',
      'state',
      '__proto__',
      'extensions',
    ),
    fc.string({ maxLength: 5 }),
  );
  const data = fc.dictionary(key, fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }), fc.double()), {
    maxKeys: 6,
  });
  const counts = { taken: 0 };
  const kinds = fc.constantFrom('project', 'organization', 'note');
  const property = fc.property(kinds, data, fc.boolean(), fc.boolean(), (kind, made, isSound, isGone) => {
    const fields = JSON.parse(JSON.stringify(isSound ? { ...OFFICE.data, later: made } : made));
    const row = { id: 'ca/office', kind, schemaVersion: 1, data: fields };
    let bytes: Uint8Array;
    try {
      bytes = envelopeBytes(row);
    } catch {
      // Half a surrogate pair: written as an escape.
      bytes = new TextEncoder().encode(JSON.stringify(row));
    }
    const hash = sha256(bytes);
    const read = isGone
      ? readTombstone(READING, { ...row, hash } as TombstoneRow)
      : readForeign(READING, { ...row, hash, bytes: bytes.length, countries: [], keys: [] } as IndexRow, bytes);
    if ('reason' in read) return;
    counts.taken += 1;
    expect(sha256(envelopeBytes({ ...row, data: read.content.data as typeof fields }))).toBe(hash);
  });
  fc.assert(property, runs(400));
  expect(counts.taken).toBeGreaterThan(3);
});

test('a lock is written in the same bytes for the same state', () => {
  const copy = emptyCopy('ca');
  write(copy, KEY, OFFICE);
  write(copy, 'organization:ca/other', OTHER);
  const { lock, drafts } = planned(contextOf(), copy);
  expect(drafts.get('federation.lock/ca.json')).toBe(formatLock(lock));
  expect([...drafts.keys()]).toEqual([...drafts.keys()].sort());
});

test('a source that shows other records each time does not grow without end', () => {
  const source: Source = { ...SOURCE, limits: { records: 2 } };
  let lock: SyncContext['lock'];
  const files = new Map<string, string>();
  const outcomes = [1, 2, 3].map((state) => {
    const copy = emptyCopy('ca', state, {
      [`organization:ca/office-${state}-a`]: OFFICE,
      [`organization:ca/office-${state}-b`]: OFFICE,
    });
    const { descriptor, index, records } = published(copy);
    const plan = planSync(contextOf({ source, lock, own: { files } }), { descriptor, index }, records);
    if ('fault' in plan) return plan.fault;
    for (const [file, text] of plan.drafts) files.set(file, text ?? '');
    lock = plan.lock;
    return plan.outcome;
  });
  expect(outcomes).toEqual(['apply', 'apply', 'limits']);
});

test.each([
  ['organization', 'ca/con', { ...OTHER.data }],
  ['organization', 'ca/nul', { schemaVersion: 1, state: 'tombstone', reason: 'withdrawn', date: '2026-01-02' }],
  ['vocabulary-addition', 'ca/aux', { schemaVersion: 1, id: 'aux', terms: { post: { label: { en: 'Post' } } } }],
])('no %s takes a name that breaks a clone on Windows: %s', (kind, id, data) => {
  const row = { kind, id, schemaVersion: 1, data };
  const bytes = envelopeBytes(row);
  const hash = sha256(bytes);
  const read = Object.hasOwn(data, 'state')
    ? readTombstone(READING, { ...row, hash } as TombstoneRow)
    : readForeign(READING, { ...row, hash, bytes: bytes.length, countries: [], keys: [] }, bytes);
  expect(read).toEqual({ step: 'refused', reason: 'rule:identity' });
});

test('a tombstone is no larger than a record may be', () => {
  const read = (note: string) => {
    const data = { schemaVersion: 1, state: 'tombstone', reason: 'withdrawn', later: note };
    const row = { kind: 'organization', id: 'ca/office', schemaVersion: 1, data };
    return readTombstone(READING, { ...row, hash: sha256(envelopeBytes(row)) });
  };
  expect(read('short')).toHaveProperty('text');
  expect(read('x '.repeat(20_000))).toEqual({ step: 'refused', reason: 'too-large' });
});
