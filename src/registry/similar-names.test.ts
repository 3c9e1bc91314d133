import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lookAlikes } from '../rules/similar-name.ts';
import type { AnyRecord } from '../schema/registry.ts';
import { loadRegistry } from './load-fs.ts';

/** More than this, and reviewers would stop reading the warning. */
const MOST = 0.03;

const { registry } = loadRegistry(fileURLToPath(new URL('../../registry/', import.meta.url)));

/** A record that does not say of others that they are something else: as a newcomer’s, who does not know them. */
function unknowing(record: AnyRecord): AnyRecord {
  const { distinctFrom: _, related: __, basedOn: ___, ...data } = record.data as Record<string, unknown>;
  return { ...record, data } as unknown as AnyRecord;
}

test('at most 3 % of the names of this registry are taken for one another', () => {
  const records = registry.records.map(unknowing);
  const found = lookAlikes({ ...registry, records });
  const share = found.length / Math.max(1, records.length);
  const pairs = found.map(({ record, alike }) => `${record.id} ~ ${alike[0]?.record.id}`);
  console.info(
    `similar names: ${found.length} of ${records.length} records (${(share * 100).toFixed(1)} %)\n${pairs.join('\n')}`,
  );
  expect(share).toBeLessThanOrEqual(MOST);
});
