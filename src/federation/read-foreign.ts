import { decodeText } from '../registry/bytes.ts';
import { type Fields, isFields } from '../registry/change/data.ts';
import { checkShape } from '../registry/check-shape.ts';
import { contentHash, contentOf, type RecordContent } from '../registry/content-hash.ts';
import { withoutUnknownFields } from '../registry/known-fields.ts';
import { CURRENT_VERSION } from '../registry/migrations/index.ts';
import { parseRecordFile } from '../registry/parse.ts';
import { isRecordKind, isVocabularyKind, type SharedKind, sharedFile, sharedSchema } from '../registry/shared-kinds.ts';
import { isReservedSlug } from '../rules/identity.ts';
import type { Finding } from '../rules/rule.ts';
import { splitId } from '../schema/registry.ts';
import { type Envelope, envelopeSchema, type IndexRow, type TombstoneRow } from './protocol.ts';
import { recordText } from './record-text.ts';
import { rowCountries } from './row-countries.ts';
import { rowStatus } from './row-status.ts';
import type { Snapshot, SyncContext } from './sync-context.ts';
import { parseJson } from './verify.ts';

/** A record of another copy that fits this program’s own shape. */
export interface ForeignRecord {
  readonly kind: SharedKind;
  readonly id: string;
  readonly file: string;
  /** As it would stand here, in canonical form, with all that the other copy said. */
  readonly text: string;
  readonly content: RecordContent;
  /** Its fields without those that this program does not know. */
  readonly known: Fields;
}

/** Why a record is not taken. `quarantined`: a later program may read it; else it is the other copy’s to mend. */
export interface NotTaken {
  readonly step: 'quarantined' | 'refused';
  readonly reason: string;
}

/** Where a record is read, with what its source says of itself. */
export type ReadContext = SyncContext & Pick<Snapshot, 'descriptor'>;

/** A record from the bytes of its file, which are those that the index names. */
export function readForeign(context: ReadContext, row: IndexRow, bytes: Uint8Array): ForeignRecord | NotTaken {
  const { checks, source } = context;
  const envelope = envelopeSchema.safeParse(parseJson(bytes)).data;
  if (envelope === undefined) return { step: 'quarantined', reason: 'unknown-envelope' };
  if (!checks.isRecordOf(envelope, row)) return refused('another-record');
  if (!checks.isAlive(envelope)) return refused('tombstone');
  const { data } = envelope;
  const said = { ...row, countries: rowCountries(row.id, data), status: rowStatus(row.kind, data) };
  if (!checks.isAdmitted(said, source))
    return refused(checks.isAdmitted({ ...said, status: row.status }, source) ? 'status' : 'countries');
  return readEnvelope(context, envelope, row);
}

/** A tombstone from its row, which is all there is of it. A vocabulary has none: its terms are in use. */
export function readTombstone(context: ReadContext, row: TombstoneRow): ForeignRecord | NotTaken {
  const { checks, source } = context;
  if (checks.isAlive(row) || isVocabularyKind(row.kind)) return refused('no-tombstone');
  // Its row may be as large as the index: to write and read it would take seconds.
  if (!checks.isSmall({ bytes: JSON.stringify(row.data).length }, source)) return refused('too-large');
  return readEnvelope(context, row, row);
}

function readEnvelope(
  { checks, own, sha256, descriptor }: ReadContext,
  { schemaVersion, data, body }: Pick<Envelope, 'schemaVersion' | 'data' | 'body'>,
  row: IndexRow | TombstoneRow,
): ForeignRecord | NotTaken {
  if (checks.isNewer({ schemaVersion })) return { step: 'quarantined', reason: 'newer-schema' };
  // Rows of unknown kinds are never asked for.
  const kind = row.kind as SharedKind;
  const { id } = row;
  if (!checks.isNamedAlike(kind, id, data)) return refused('another-record');
  // The rules are only asked of living records.
  if (isReservedSlug(splitId(id).slug)) return refused('rule:identity');
  const content: RecordContent = { data, ...(body === undefined ? {} : { body }) };
  const file = sharedFile(kind, id);
  const text = recordText(kind, content);
  const written = text === undefined ? undefined : contentOf(kind, text);
  if (text === undefined || !checks.isFaithful(written && contentHash(kind, id, written, sha256), row))
    return refused('unwritable');
  const { data: sound, findings } = parsedAs(file, kind, text, data);
  const fault = findings.find(checks.isFaulty);
  if (fault !== undefined) return refused(`rule:${fault.rule}`);
  const claims = textsOf(data['formerIds']).map((former) => splitId(former).zone);
  if (claims.some((zone) => checks.isOwnAddress(zone, own) || !checks.isOnceWritten(zone, descriptor)))
    return refused('former-id');
  const known = sound ?? knownFields(file, kind, data, findings);
  return isFields(known) ? { kind, id, file, text, content, known } : refused('rule:unknown-field');
}

/** As our parser would have it, of a text that was read again and says `data`: bytes and shape are left to look at. */
function parsedAs(
  file: string,
  kind: SharedKind,
  text: string,
  data: Fields,
): { data: unknown; findings: readonly Finding[] } {
  const bytes = new TextEncoder().encode(text);
  if (isRecordKind(kind) && data['schemaVersion'] !== CURRENT_VERSION) return parseRecordFile(file, kind, bytes);
  const { findings } = decodeText(file, bytes);
  const shape = checkShape(file, data, sharedSchema(kind, data));
  return { data: shape.data, findings: [...findings, ...shape.findings] };
}

/** The data as the schema types it, with what it does not know left out. */
function knownFields(file: string, kind: SharedKind, data: Fields, findings: readonly Finding[]): unknown {
  const known = withoutUnknownFields(data, findings);
  return checkShape(file, known, sharedSchema(kind, known)).data;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function refused(reason: string): NotTaken {
  return { step: 'refused', reason };
}
