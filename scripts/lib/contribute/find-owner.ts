import { BOUNDS, DESCRIPTOR_PATH, type Descriptor, descriptorSchema } from '../../../src/federation/protocol.ts';
import { SYNC_CHECKS } from '../../../src/federation/sync-checks.ts';
import type { OwnRegistry } from '../../../src/federation/sync-context.ts';
import { parseJson } from '../../../src/federation/verify.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { FetchError } from '../fetch-error.ts';
import { openSource, type SourceOptions } from '../sync/source-host.ts';

/** The copy that is asked to take a record. */
export interface Owner {
  readonly url: string;
  readonly descriptor: Descriptor;
}

/** The address of the copy that writes a zone, as the settings here say it, or as somebody names it. */
export function ownerAddress(own: OwnRegistry, zone: string, to: string | undefined): string {
  if (to !== undefined) return to;
  const source = own.sources.find((each) => SYNC_CHECKS.isTakenFrom(zone, each, own));
  if (source !== undefined && !SYNC_CHECKS.isOwnZone(zone, own)) return source.url;
  const delegate = Object.hasOwn(own.delegations, zone) ? own.delegations[zone] : undefined;
  if (delegate !== undefined) return delegate;
  throw new UsageError(
    SYNC_CHECKS.isOwnZone(zone, own)
      ? `This copy writes the zone ${zone} itself. Name the copy that should have the record, too: --to https://…`
      : `federation.yaml names no copy that writes the zone ${zone}. Name it: --to https://…`,
  );
}

/** Asks a copy who it is and whether it writes the zone. @throws UsageError with the reason and the remedy */
export async function askOwner(address: string, zone: string, options: SourceOptions = {}): Promise<Owner> {
  const descriptor = await readDescriptor(address, options);
  if (SYNC_CHECKS.isWrittenBy(zone, descriptor)) return { url: address, descriptor };
  const delegate = Object.entries(descriptor.delegations ?? {}).find(([given]) => given === zone)?.[1];
  const other =
    delegate === undefined ? 'Name the copy that does: --to https://…' : `It has given it away: --to ${delegate}`;
  throw new UsageError(visible(`${address} does not write the zone ${zone}. ${other}`));
}

async function readDescriptor(address: string, options: SourceOptions): Promise<Descriptor> {
  try {
    const host = await openSource(address, BOUNDS.descriptorBytes, options);
    try {
      const answer = await host.get(DESCRIPTOR_PATH, { maxBytes: BOUNDS.descriptorBytes });
      const descriptor = descriptorSchema.safeParse('bytes' in answer ? parseJson(answer.bytes) : undefined).data;
      if (descriptor !== undefined) return descriptor;
    } finally {
      host.close();
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw new UsageError(visible(`${address} could not be asked where contributions go: ${error.message}`), {
      cause: error,
    });
  }
  throw new UsageError(visible(`What stands at ${address} describes no copy of the registry.`));
}
