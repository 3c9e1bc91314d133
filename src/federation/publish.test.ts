import { describe, expect, test } from 'vitest';
import { turned } from '../registry/fixtures/turned.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { type AnyRecord, type Registry, recordKey } from '../schema/registry.ts';
import {
  BOUNDS,
  DESCRIPTOR_PATH,
  descriptorSchema,
  type Envelope,
  envelopeSchema,
  indexSchema,
  recordPath,
} from './protocol.ts';
import { envelopeBytes, type PublishedFile, type PublishedState, publish } from './publish.ts';
import { sha256 } from './sha256-node.ts';

/** Has every kind of record, tombstones, MDX and extensions. */
const { registry } = loadRegistry('src/e2e/fixtures/arabic-copy');

const STATE: PublishedState = {
  url: 'https://square.example/registry/',
  contributePage: 'https://square.example/registry/ar/contribute/',
  commit: '0123456789abcdef0123456789abcdef01234567',
  date: '2026-11-23',
  commits: 7,
};

function filesOf(of: Registry, state = STATE): readonly PublishedFile[] {
  const publication = publish(of, state, sha256);
  if (!('files' in publication)) throw new Error(publication.problem);
  return publication.files;
}

function read(files: readonly PublishedFile[]) {
  const texts = new Map(
    files.map(({ path, bytes }) => [path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]),
  );
  const json = (path: string): unknown => JSON.parse(texts.get(path) ?? 'null');
  const descriptor = descriptorSchema.parse(json(DESCRIPTOR_PATH));
  return { texts, json, descriptor, index: indexSchema.parse(json(descriptor.index.path)) };
}

const files = filesOf(registry);
const { texts, json, descriptor, index } = read(files);
const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));

describe('the files of a copy', () => {
  test('are what the rows say, byte for byte, and no others', () => {
    for (const row of index.rows) {
      const bytes = bytesOf.get(recordPath(row)) ?? new Uint8Array();
      expect(sha256(bytes)).toBe(row.hash);
      expect(bytes.length).toBe(row.bytes);
      const envelope = envelopeSchema.parse(json(recordPath(row)));
      expect([envelope.kind, envelope.id]).toEqual([row.kind, row.id]);
      // Whoever has read it can take the hash again.
      expect(sha256(envelopeBytes(envelope))).toBe(row.hash);
    }
    const named = [...index.rows.map(recordPath), descriptor.all?.path, descriptor.index.path, DESCRIPTOR_PATH];
    expect(files.map(({ path }) => path)).toEqual(named);
  });

  test('are written so that each names only what stands before it', () => {
    expect(files.at(-1)?.path).toBe(DESCRIPTOR_PATH);
    expect(files.at(-2)?.path).toBe(descriptor.index.path);
  });

  test('are named by the descriptor with their hashes and sizes', () => {
    for (const named of [descriptor.index, descriptor.all]) {
      const bytes = bytesOf.get(named?.path ?? '') ?? new Uint8Array();
      expect([sha256(bytes), bytes.length]).toEqual([named?.sha256, named?.bytes]);
    }
    expect(descriptor.index.count).toBe(index.rows.length + index.tombstones.length);
    const lines = (texts.get(descriptor.all?.path ?? '') ?? '').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toEqual(index.rows.map((row) => texts.get(recordPath(row))));
    expect(descriptor.all?.count).toBe(lines.length);
  });

  test('hold each record as it is, with its extensions and its text', () => {
    const published = new Map(
      index.rows.map((row) => [recordKey(row.kind, row.id), json(recordPath(row)) as Envelope]),
    );
    const own = registry.records.filter(({ zone }) => zone !== 'ma');
    expect(own.length).toBeLessThan(registry.records.length);
    for (const { kind, id, data, body } of own) {
      const envelope = published.get(recordKey(kind, id));
      expect(envelope?.data).toEqual(data);
      expect(envelope?.body).toBe(body?.trim());
    }
    const vocabularies = registry.vocabularyFiles.map(({ file }) => file);
    expect(published.size).toBe(own.length + vocabularies.length);
    for (const { kind, id, data } of registry.vocabularyFiles)
      expect(published.get(recordKey(kind, id))?.data).toEqual(data);
    expect(vocabularies).toContain('vocabularies/functions.jo.yaml');
    expect(registry.records.some(({ data }) => data.extensions !== undefined)).toBe(true);
    expect(registry.records.some(({ body }) => body !== undefined)).toBe(true);
  });

  test('hold the tombstones in the index, each with the hash of its envelope', () => {
    expect(index.tombstones.map(({ kind, id, data }) => ({ kind, id, data }))).toEqual(
      registry.tombstones.map(({ kind, id, data }) => ({ kind, id, data })),
    );
    for (const { hash, ...envelope } of index.tombstones) expect(sha256(envelopeBytes(envelope))).toBe(hash);
    expect(index.tombstones.length).toBeGreaterThan(0);
  });
});

test('the descriptor tells who the copy is', () => {
  const { index: _, all: __, ...rest } = descriptor;
  expect(rest).toEqual({
    protocol: 'public-square/1',
    id: 'arabic-copy',
    name: { ar: 'ساحة الاختبار', en: 'Test Square' },
    url: 'https://square.example/registry/',
    zones: ['jo', 'jo-am', 'int'],
    delegations: registry.federation.delegations,
    mirrors: ['https://mirror.square.test-ministry.example/registry/'],
    // Seven commits, and the base of the fixture’s own settings.
    sequence: 14,
    asOf: '2026-11-23',
    commit: '0123456789abcdef0123456789abcdef01234567',
    schema: { version: 1, min: 1 },
    metadataLicense: 'CC0-1.0',
    contact: registry.config.contact,
    contribute: { page: 'https://square.example/registry/ar/contribute/' },
  });
});

test('the same registry gives the same bytes, whatever the order of its records and fields, and blank lines', () => {
  const records = registry.records.toReversed().map(({ body, ...record }) => ({
    ...record,
    data: turned(record.data),
    ...(body === undefined ? {} : { body: `\n\n${body}\n` }),
  }));
  const shuffled = { ...registry, records, tombstones: registry.tombstones.toReversed() } as Registry;
  expect(filesOf(shuffled)).toEqual(files);
});

test('another commit with the same records changes the descriptor and nothing else', () => {
  const config = { ...registry.config, sequenceBase: 100 };
  const later = filesOf({ ...registry, config }, { ...STATE, commit: '', date: '2026-11-24', commits: 8 });
  expect(later.slice(0, -1)).toEqual(files.slice(0, -1));
  const { sequence, commit } = read(later).descriptor;
  expect({ sequence, commit }).toEqual({ sequence: 108, commit: undefined });
});

describe('no echo: a copy publishes', () => {
  const zonesOf = (of: Registry) => {
    const { rows, tombstones } = read(filesOf(of)).index;
    return new Set([...rows, ...tombstones].map(({ id }) => id.split('/')[0]));
  };

  test('only the zones that it writes', () => {
    expect(zonesOf(registry)).toEqual(new Set(['jo', 'jo-am', 'int']));
    expect(zonesOf({ ...registry, config: { ...registry.config, zones: ['jo'] } })).toEqual(new Set(['jo']));
  });

  test('nothing of a zone that it has delegated, and says to whom', () => {
    const delegations = { jo: 'https://jo.example.org/', ma: 'https://ma.example.org/' };
    const copy: Registry = {
      ...registry,
      config: { ...registry.config, zones: '*' },
      federation: { schemaVersion: 1, delegations },
    };
    expect(zonesOf(copy)).toEqual(new Set(['jo-am', 'int']));
    expect(read(filesOf(copy)).descriptor).toMatchObject({ zones: '*', delegations });
  });
});

describe('bounds', () => {
  const [first] = registry.records;
  const large = { ...first, id: 'jo/large', data: { ...first?.data, tags: ['x'.repeat(BOUNDS.recordBytes)] } };

  test('a record that nobody would take is left out and named', () => {
    const publication = publish({ ...registry, records: [...registry.records, large as AnyRecord] }, STATE, sha256);
    if (!('files' in publication)) throw new Error(publication.problem);
    expect(publication.tooLarge.map(({ kind, id }) => `${kind} ${id}`)).toEqual([`${first?.kind} jo/large`]);
    expect(publication.files).toEqual(files);
  });

  test('more rows than anybody takes: nothing is published', () => {
    const [stone] = registry.tombstones;
    const tombstones = Array.from({ length: BOUNDS.records + 1 }, (_, n) => ({ ...stone, id: `jo/gone-${n}` }));
    expect(publish({ ...registry, records: [], vocabularyFiles: [], tombstones } as Registry, STATE, sha256)).toEqual({
      problem: 'records',
      found: BOUNDS.records + 1,
      atMost: BOUNDS.records,
    });
  });
});
