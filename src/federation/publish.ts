import { canonicalJson } from '../registry/canonical-json.ts';
import { CURRENT_VERSION } from '../registry/migrations/index.ts';
import { zoneProblem } from '../rules/zone-authority.ts';
import {
  type AnyRecord,
  byKindAndId,
  type Registry,
  splitId,
  type TombstoneRecord,
  type VocabularyRecord,
} from '../schema/registry.ts';
import { type ClusterRecord, clusterKeys } from './clusters.ts';
import {
  API_FOLDER,
  BOUNDS,
  DESCRIPTOR_PATH,
  type Descriptor,
  type Envelope,
  type Index,
  type IndexRow,
  PROTOCOL,
  recordPath,
  type Sha256,
  type TombstoneRow,
} from './protocol.ts';
import { rowCountries } from './row-countries.ts';
import { rowStatus } from './row-status.ts';

/** Which copy publishes, and which state of it; all of it is told, so that the same registry gives the same bytes anywhere. */
export interface PublishedState {
  /** The address of the site, base path included, ending in a slash. */
  readonly url: string;
  readonly repository?: Registry['config']['repository'];
  /** The page that tells people how to contribute. */
  readonly contributePage: string;
  /** The commit in hexadecimal digits; empty where there is none. */
  readonly commit: string;
  /** The day of the commit. */
  readonly date: string;
  /** Number of first-parent commits; the registry's `sequenceBase` is added here. */
  readonly commits: number;
}

export interface PublishedFile {
  /** Path below the base path, with `/` on every system. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A bound that everybody keeps who takes records: beyond it nobody would take what is published. */
export type PublishProblem = 'records' | 'index' | 'total' | 'descriptor';

export type Publication =
  | {
      /** In the order in which they are to be written: nothing names a file that is not there yet. */
      readonly files: readonly PublishedFile[];
      /** Records whose files would be above the bound: they are left out. */
      readonly tooLarge: readonly { readonly kind: string; readonly id: string; readonly bytes: number }[];
    }
  | { readonly problem: PublishProblem; readonly found: number; readonly atMost: number };

interface PublishedRecord {
  readonly row: IndexRow;
  readonly bytes: Uint8Array;
}

/**
 * What a copy publishes for other copies: of the zones that it writes, and of no other, each record, the tombstones, the index, everything
 * in one file, and last the descriptor. Pure: no clock, the same bytes whatever the order of the records.
 */
export function publish(registry: Registry, state: PublishedState, sha256: Sha256): Publication {
  const isOwn = ownZones(registry);
  const all = [
    ...registry.records.filter(({ zone }) => isOwn(zone)).toSorted(byKindAndId),
    ...registry.vocabularyFiles.filter(({ zone }) => isOwn(zone)).toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  ].map((record) => publishedRecord(record, sha256));
  const records = all.filter(({ row }) => row.bytes <= BOUNDS.recordBytes);
  const tombstones = registry.tombstones
    .filter(({ id }) => isOwn(splitId(id).zone))
    .toSorted(byKindAndId)
    .map((tombstone) => tombstoneRow(tombstone, sha256));
  const index = hashedFile('index', 'json', indexBytes(records, tombstones), sha256);
  const bulk = hashedFile('all', 'jsonl', joinLines(records), sha256);
  const counts = { index: records.length + tombstones.length, all: records.length };
  const descriptor = utf8.encode(
    canonicalJson({
      ...descriptorOf(registry, state),
      index: { ...index.named, count: counts.index },
      all: { ...bulk.named, count: counts.all },
    } satisfies Descriptor),
  );
  const problem = problemOf({
    records: [counts.index, BOUNDS.records],
    index: [index.file.bytes.length, BOUNDS.indexBytes],
    total: [bulk.file.bytes.length + index.file.bytes.length + descriptor.length, BOUNDS.totalBytes],
    descriptor: [descriptor.length, BOUNDS.descriptorBytes],
  });
  if (problem !== undefined) return problem;
  return {
    files: [
      ...records.map(({ row, bytes }) => ({ path: recordPath(row), bytes })),
      bulk.file,
      index.file,
      { path: DESCRIPTOR_PATH, bytes: descriptor },
    ],
    tooLarge: all
      .filter(({ row }) => row.bytes > BOUNDS.recordBytes)
      .map(({ row: { kind, id, bytes } }) => ({ kind, id, bytes })),
  };
}

const utf8 = new TextEncoder();

/** Whether this copy writes a zone; asked of each zone once. */
function ownZones(registry: Registry): (zone: string) => boolean {
  const known = new Map<string, boolean>();
  return (zone) => {
    const own = known.get(zone) ?? zoneProblem(registry, zone) === undefined;
    known.set(zone, own);
    return own;
  };
}

function publishedRecord(record: AnyRecord | VocabularyRecord, sha256: Sha256): PublishedRecord {
  const { kind, id, data } = record;
  const body = 'body' in record ? record.body : undefined;
  const { schemaVersion } = data;
  const fields = data as Fields;
  const bytes = envelopeBytes({
    id,
    kind,
    schemaVersion,
    data: fields,
    ...(body === undefined ? {} : { body: body.trim() }),
  });
  const keys = clusterKeys({ data: fields as ClusterRecord['data'] });
  const status = rowStatus(kind, data);
  const facts = { countries: rowCountries(id, data), ...(status === undefined ? {} : { status }), keys };
  return { row: { id, kind, hash: sha256(bytes), bytes: bytes.length, ...facts }, bytes };
}

function tombstoneRow({ kind, id, data }: TombstoneRecord, sha256: Sha256): TombstoneRow {
  const envelope = { id, kind, schemaVersion: data.schemaVersion, data: data as Fields };
  return { ...envelope, hash: sha256(envelopeBytes(envelope)) };
}

/** Records that passed their schema hold nothing but JSON; their types do not say so. */
type Fields = Envelope['data'];

/** The bytes of a record's file, and those that its hash is taken of. */
export function envelopeBytes(envelope: Envelope): Uint8Array {
  return utf8.encode(canonicalJson(envelope));
}

function indexBytes(records: readonly PublishedRecord[], tombstones: TombstoneRow[]): Uint8Array {
  const rows = records.map(({ row }) => row);
  return utf8.encode(canonicalJson({ protocol: PROTOCOL, rows, tombstones } satisfies Index));
}

const LINE_END = 10;

function joinLines(records: readonly PublishedRecord[]): Uint8Array {
  const joined = new Uint8Array(records.reduce((sum, { bytes }) => sum + bytes.length + 1, 0));
  let at = 0;
  for (const { bytes } of records) {
    joined.set(bytes, at);
    at += bytes.length + 1;
    joined[at - 1] = LINE_END;
  }
  return joined;
}

function hashedFile(name: string, ending: string, bytes: Uint8Array, sha256: Sha256) {
  const hash = sha256(bytes);
  const path = `${API_FOLDER}${name}.${hash}.${ending}`;
  return { file: { path, bytes }, named: { path, sha256: hash, bytes: bytes.length } };
}

/** The descriptor, but for what it says of files. */
function descriptorOf({ config, federation }: Registry, state: PublishedState): Omit<Descriptor, 'index' | 'all'> {
  const { url, repository, contributePage, commit, date, commits } = state;
  return {
    protocol: PROTOCOL,
    id: config.id,
    name: config.name,
    url,
    zones: config.zones,
    ...(federation.delegations === undefined ? {} : { delegations: federation.delegations }),
    ...(config.mirrors === undefined ? {} : { mirrors: config.mirrors }),
    sequence: commits + (config.sequenceBase ?? 0),
    asOf: date,
    ...(/^[0-9a-f]{7,64}$/.test(commit) ? { commit } : {}),
    schema: { version: CURRENT_VERSION, min: CURRENT_VERSION },
    metadataLicense: config.dataLicense,
    ...(config.contact === undefined ? {} : { contact: config.contact }),
    ...(config.ended === undefined ? {} : { ended: endOf(config.ended) }),
    contribute: { page: contributePage, ...(repository === undefined ? {} : { repository }) },
  };
}

/** Why it ended is for people. */
function endOf({ on, successor }: NonNullable<Registry['config']['ended']>): Descriptor['ended'] {
  return { on, ...(successor === undefined ? {} : { successor }) };
}

function problemOf(sizes: Readonly<Record<PublishProblem, readonly [found: number, atMost: number]>>) {
  for (const [problem, [found, atMost]] of Object.entries(sizes))
    if (found > atMost) return { problem: problem as PublishProblem, found, atMost };
  return undefined;
}
