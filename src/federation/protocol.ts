import { z } from 'zod';
import type { Sha256 } from '../registry/content-hash.ts';
import { day, httpsUrl, localized, recordId, slug, zone } from '../schema/primitives.ts';
import { contact } from '../schema/shared.ts';
import { SYNC_BOUNDS } from '../schema/sync-bounds.ts';
import { line } from '../schema/text.ts';
import { STATUS } from './row-status.ts';

/** `sha256-node.ts` has one. */
export type { Sha256 };

/**
 * What copies of the registry exchange: one descriptor, one index, one file a record. Addresses are relative to the address of the copy,
 * base path included. Every file but the descriptor carries its hash in its name, and never changes. What a newer copy adds to a descriptor
 * or to a row is tolerated and dropped; what it adds inside a record's `data` is kept; another envelope of a record is a fault.
 */
export const PROTOCOL = 'public-square/1';

/** Where the descriptor stands, below the base path; the one address that is fixed. */
export const DESCRIPTOR_PATH = '.well-known/public-square.json';
/** The folder of everything that never changes. */
export const API_FOLDER = 'api/v1/';

/** Bounds of what is taken from one copy: those that a source’s settings may lower, and two that are fixed. */
export const BOUNDS = {
  ...SYNC_BOUNDS,
  descriptorBytes: 64 * 1024,
  /** A sequence may grow by so many commits at once; beyond, it could never fall back to a true one. */
  sequenceJump: 1_000_000,
} as const;

/** All of them are fetched one by one while no larger share of the admitted records has changed; else the bulk file, if there is one. */
export const BULK_SHARE = 0.3;

/** SHA-256 of the UTF-8 bytes of canonical JSON (RFC 8785), 64 small hexadecimal digits. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in 64 hexadecimal digits' });
const kind = z
  .string()
  .max(40)
  .regex(/^[a-z]+(?:-[a-z]+)*$/, { error: 'a kind of record' });
const count = z.int().nonnegative();
/** The address of a copy, ending in a slash. Whether `http:` is taken, on loopback, is for who fetches. */
const siteUrl = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s?#]+\/$/, { error: 'the address of a copy, ending in a slash' });

/** A file named by its hash: another path than the one that follows from the hash is none. */
function hashedFile(name: string, ending: string, maxBytes: number) {
  return z
    .object({ path: z.string().max(120), sha256, bytes: count.max(maxBytes), count: count.max(BOUNDS.records) })
    .refine(({ path, sha256 }) => path === `${API_FOLDER}${name}.${sha256}.${ending}`, {
      error: 'a path that names the hash of the file',
    });
}

/** `/.well-known/public-square.json`: who a copy is, and where its index stands. Unknown fields are dropped. */
export const descriptorSchema = z.object({
  protocol: z.literal(PROTOCOL),
  /** The copy's id, `id` of its `registry.yaml`. */
  id: slug,
  name: localized(line(80)).optional(),
  url: siteUrl,
  /** What the copy writes; "*" for all that it has not delegated. */
  zones: z.union([z.literal('*'), z.array(zone).min(1).max(300)]),
  /** Zones that it has given to another copy, with the address. */
  delegations: z.record(zone, httpsUrl).optional(),
  /** Addresses at which the same files stand, under the same paths; the descriptor is only true at the copy’s own. */
  mirrors: z.array(httpsUrl).max(20).optional(),
  /** Number of first-parent commits, and what `registry.yaml` adds: it never falls. */
  sequence: count,
  /** The day of the commit. */
  asOf: day,
  /** The commit, where the copy is built from git. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  /** Major version of the data model that its records are written in, and the least that it reads. */
  schema: z.object({ version: z.int().positive(), min: z.int().positive() }),
  index: hashedFile('index', 'json', BOUNDS.indexBytes),
  /** All live records, one line each in the order of the index: the bytes of the record's file. `count`: lines. */
  all: hashedFile('all', 'jsonl', BOUNDS.totalBytes).optional(),
  /** The licence of the records, as an SPDX expression. */
  metadataLicense: line(60),
  contact: contact.optional(),
  /** The copy has ended: this is its last state. What a newer copy may make of it must not hide the rest. */
  ended: z.object({ on: day, successor: httpsUrl.optional() }).optional().catch(undefined),
  /** Where a correction goes: the page for people, the repository for programs. */
  contribute: z.object({
    page: siteUrl,
    repository: z
      .object({ url: httpsUrl, branch: line(120), host: z.enum(['github', 'gitlab', 'forgejo']) })
      .optional(),
  }),
});
export type Descriptor = z.infer<typeof descriptorSchema>;

/** A live record in an index. Unknown kinds pass here: whoever reads says what it does not know. */
export const indexRowSchema = z.object({
  id: recordId,
  kind,
  /** Hash of the record's envelope, and so of its file. */
  hash: sha256,
  /** Size of its file. A row above the bound does not make the index one: the record is refused. */
  bytes: count,
  /** ISO 3166-1 codes that the record names, and the one of its zone: for filters. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(300),
  /** The status of a record that has one, for filters. Older copies do not say it; a word that cannot be one is none. */
  status: z.string().max(40).regex(STATUS).optional().catch(undefined),
  /** What the record shares with others about the same thing: canonical repositories, other addresses, `wikidata:Q42`. */
  keys: z.array(z.string().max(600)).max(200),
});
export type IndexRow = z.infer<typeof indexRowSchema>;

const json = z.json();
/** Fields of a record or tombstone as written, unknown ones included. */
const data = z.record(z.string().max(64), json);

/** A record that is gone: it has no file, all that is left of it stands in the row. */
export const tombstoneRowSchema = z.object({
  id: recordId,
  kind,
  /** Hash of the envelope `{id, kind, schemaVersion, data}`. */
  hash: sha256,
  schemaVersion: z.int().positive(),
  data,
});
export type TombstoneRow = z.infer<typeof tombstoneRowSchema>;

/** `/api/v1/index.<sha256>.json`: all that a copy writes, and says nothing of when: unchanged records give the same index. */
export const indexSchema = z
  .object({
    protocol: z.literal(PROTOCOL),
    rows: z.array(indexRowSchema).max(BOUNDS.records),
    tombstones: z.array(tombstoneRowSchema).max(BOUNDS.records),
  })
  .refine(({ rows, tombstones }) => isUnique([...rows, ...tombstones]), {
    error: 'each record once, live or as a tombstone',
  })
  .refine(({ rows, tombstones }) => rows.length + tombstones.length <= BOUNDS.records, {
    error: `at most ${BOUNDS.records} rows`,
  });
export type Index = z.infer<typeof indexSchema>;

function isUnique(rows: readonly { readonly kind: string; readonly id: string }[]): boolean {
  return new Set(rows.map(({ kind, id }) => `${kind}:${id}`)).size === rows.length;
}

/** `/api/v1/records/<kind>/<zone>/<slug>.<hash16>.json`: a record, in canonical JSON without a line end. An unknown key makes it unknown. */
export const envelopeSchema = z.strictObject({
  id: recordId,
  kind,
  /** Major version of the data model that `data` is written in. */
  schemaVersion: z.int().positive(),
  data,
  /** The MDX text, for kinds that have one. */
  body: z.string().optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** Where the file of a record stands, below the base path. `hash`: of its envelope. */
export function recordPath({ kind, id, hash }: Pick<IndexRow, 'kind' | 'id' | 'hash'>): string {
  return `${API_FOLDER}records/${kind}/${id}.${hash.slice(0, 16)}.json`;
}
