import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import type { ForeignOptions } from './foreign.ts';
import type { Ledger } from './ledger.ts';
import { repositoryOfFile } from './values.ts';

/**
 * Says in the record where it came from. A file that names no repository was most likely read from its own.
 * @param format as records name it: `publiccode.yml`
 */
export function carrySource(ledger: Ledger, format: string, { url, today }: ForeignOptions): void {
  const address = url !== undefined && isSafeHttpsUrl(url) ? { url } : {};
  ledger.set(['source'], { format, ...address, retrieved: today });
  const repository = repositoryOfFile(url);
  if (repository !== undefined && ledger.has(['repository']) === undefined) ledger.set(['repository'], repository);
}
