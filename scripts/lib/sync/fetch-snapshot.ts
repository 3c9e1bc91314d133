import {
  BOUNDS,
  BULK_SHARE,
  DESCRIPTOR_PATH,
  type Descriptor,
  type IndexRow,
  recordPath,
} from '../../../src/federation/protocol.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import type { Snapshot, SyncContext, SyncFault } from '../../../src/federation/sync-context.ts';
import { verifyDescriptor, verifyIndex } from '../../../src/federation/verify.ts';
import { FetchError } from '../fetch-error.ts';
import { atOnce } from './at-once.ts';
import type { SourceHost } from './source-host.ts';

const AT_ONCE = 4;
/** As a lock may keep it. */
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,190}"$/;
const LINE_END = 10;

/** What a source shows now, checked; that it is what it was; or why nothing of it may be taken. Throws a {@link FetchError}. */
export async function fetchSnapshot(
  context: SyncContext,
  host: SourceHost,
  known: string | undefined,
): Promise<Snapshot | SyncFault | { readonly unchanged: true }> {
  const answer = await host.get(DESCRIPTOR_PATH, { maxBytes: BOUNDS.descriptorBytes, etag: known });
  if ('unchanged' in answer) return answer;
  const descriptor = verifyDescriptor(context, answer.bytes);
  if ('fault' in descriptor) return descriptor;
  const index = verifyIndex(context, descriptor, await fetchNamed(host, descriptor.index));
  if ('fault' in index) return index;
  const etag = answer.etag !== undefined && ETAG.test(answer.etag) ? answer.etag : undefined;
  return { descriptor, index, etag };
}

/**
 * The files of records, by hash: only those, or all of a source's in one file where that is less to ask for. What arrives is what the index
 * names; a record that the source does not have any more ends it. Throws a {@link FetchError}.
 */
export async function fetchRecords(
  host: SourceHost,
  { descriptor, index }: Snapshot,
  rows: readonly IndexRow[],
  onRecord: (done: number) => void = () => undefined,
  most: number = BOUNDS.totalBytes,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  if (wanted > most) throw new FetchError('large', `${descriptor.url} announces records of ${wanted} bytes in all.`);
  if (descriptor.all !== undefined && rows.length > index.rows.length * BULK_SHARE)
    return linesOf(await fetchNamed(host, descriptor.all), rows, index.rows.length);
  let done = 0;
  const entries = await atOnce(rows, AT_ONCE, async (row) => {
    const bytes = await fetchNamed(host, { path: recordPath(row), sha256: row.hash, bytes: row.bytes });
    onRecord(++done);
    return [row.hash, bytes] as const;
  });
  return new Map(entries);
}

/** A file that is named by its hash: no byte more, and none other. */
async function fetchNamed(host: SourceHost, named: Pick<Descriptor['index'], 'path' | 'sha256' | 'bytes'>) {
  const isIntact = (bytes: Uint8Array) => bytes.length === named.bytes && sha256(bytes) === named.sha256;
  const answer = await host.get(named.path, { maxBytes: named.bytes, isIntact });
  // Nothing was known that could be unchanged.
  return 'bytes' in answer ? answer.bytes : new Uint8Array();
}

/**
 * The lines that are records asked for; a line says nothing of which it is but by its hash. There are as many as the index has rows: a file that
 * is nothing but line ends would else be hashed for minutes.
 */
function linesOf(all: Uint8Array, rows: readonly IndexRow[], most: number): ReadonlyMap<string, Uint8Array> {
  const wanted = new Set(rows.map(({ hash }) => hash));
  const records = new Map<string, Uint8Array>();
  for (let start = 0, count = 0; start < all.length && count < most; count++) {
    const end = all.indexOf(LINE_END, start);
    const line = all.subarray(start, end === -1 ? all.length : end);
    const hash = sha256(line);
    if (wanted.has(hash)) records.set(hash, line);
    start += line.length + 1;
  }
  return records;
}
