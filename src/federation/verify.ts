import { MAX_DEPTH } from '../rules/shape-rules.ts';
import { zoneOfKey } from './assess.ts';
import { BOUNDS, type Descriptor, descriptorSchema, type Index, indexSchema, PROTOCOL } from './protocol.ts';
import { keysOf } from './sync-checks.ts';
import type { SyncContext, SyncFault } from './sync-context.ts';

/**
 * The descriptor of a source from its bytes: the copy that is meant, in the protocol that is spoken, under a licence that is accepted, and no
 * state that contradicts the one known.
 */
export function verifyDescriptor(context: SyncContext, bytes: Uint8Array): Descriptor | SyncFault {
  const { source, lock, checks } = context;
  const value = bytes.length > BOUNDS.descriptorBytes ? undefined : parseJson(bytes);
  const { protocol } = (value ?? {}) as { readonly protocol?: unknown };
  if (typeof protocol === 'string' && protocol !== PROTOCOL)
    return { fault: 'protocol', found: protocol.slice(0, 80), expected: PROTOCOL };
  const descriptor = descriptorSchema.safeParse(value).data;
  if (descriptor === undefined) return { fault: 'descriptor' };
  if (!checks.isNamed(descriptor, source)) return { fault: 'id', found: descriptor.id, expected: source.id };
  const known = lock?.snapshot;
  if (!checks.isLicensed(descriptor, source, known)) {
    const expected = source.licenses?.join(', ') ?? known?.license ?? '';
    return { fault: 'license', found: descriptor.metadataLicense, expected };
  }
  for (const state of [known, source.verify]) {
    const fault = state === undefined ? undefined : sequenceFault(context, descriptor, state);
    if (fault !== undefined) return fault;
  }
  if (!checks.isMirrored(descriptor, source))
    return { fault: 'mirror', found: descriptor.mirrors?.join(', ') ?? '', expected: source.mirror ?? '' };
  return limitsFault(context, descriptor.index.bytes, source.limits?.indexBytes) ?? descriptor;
}

function limitsFault({ checks }: SyncContext, found: number, most: number | undefined): SyncFault | undefined {
  return checks.isWithin(found, most) ? undefined : { fault: 'limits', found: `${found}`, expected: `at most ${most}` };
}

function sequenceFault(
  { checks }: SyncContext,
  descriptor: Descriptor,
  known: Parameters<SyncContext['checks']['isRollback']>[1],
): SyncFault | undefined {
  const numbers = { found: String(descriptor.sequence), expected: String(known.sequence) };
  if (checks.isRollback(descriptor, known)) return { fault: 'rollback', ...numbers };
  if (checks.isEquivocation(descriptor, known))
    return { fault: 'equivocation', found: descriptor.index.sha256, expected: known.index };
  if (checks.isFastForward(descriptor, known)) return { fault: 'fast-forward', ...numbers };
  return undefined;
}

/** The index of a source from its bytes: those that the descriptor names, and nothing in it lives again that was gone. */
export function verifyIndex(context: SyncContext, descriptor: Descriptor, bytes: Uint8Array): Index | SyncFault {
  const { checks, sha256 } = context;
  if (!checks.isIndexIntact(bytes, descriptor, sha256)) return { fault: 'index', expected: descriptor.index.sha256 };
  const index = indexSchema.safeParse(parseJson(bytes)).data;
  if (index === undefined) return { fault: 'index' };
  const rows = index.rows.length + index.tombstones.length;
  const { source } = context;
  return limitsFault(context, rows, source.limits?.records) ?? resurrection(context, descriptor, index) ?? index;
}

/** Zones that the source has given away since are no longer its to bury. */
function resurrection(
  { lock, source, own, checks }: SyncContext,
  descriptor: Descriptor,
  index: Index,
): SyncFault | undefined {
  const { live, gone } = keysOf(index);
  for (const key of Object.keys(lock?.tombstones ?? {})) {
    const zone = zoneOfKey(key);
    if (!checks.isWrittenBy(zone, descriptor) || !checks.isTakenFrom(zone, source, own)) continue;
    if (checks.isResurrected(key, live, gone)) return { fault: 'resurrection', found: key };
  }
  return undefined;
}

/** Levels of brackets beyond which nothing is read: an envelope has two more than a record. */
const MAX_JSON_DEPTH = MAX_DEPTH + 2;

/** JSON from bytes that a stranger sent: UTF-8, and no deeper than anything that is read here. `undefined` where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isDeep(text) ? undefined : JSON.parse(text);
  } catch {
    // Neither UTF-8 nor JSON: to whoever asks, the same.
    return undefined;
  }
}

/** True where brackets nest too deeply for functions that call themselves; those inside strings do not count. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}
