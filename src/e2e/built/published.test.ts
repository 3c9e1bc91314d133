import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DESCRIPTOR_PATH, descriptorSchema, indexSchema, recordPath } from '../../federation/protocol.ts';
import { sha256 } from '../../federation/sha256-node.ts';
import { zoneProblem } from '../../rules/zone-authority.ts';
import { builtSite } from './pages.ts';
import { registryOf } from './registries.ts';

describe.each(['main', 'arabic', 'empty'])('what the site “%s” publishes for other copies', (name) => {
  const site = builtSite(name);
  const read = (path: string) => readFileSync(join(site.folder, path));
  const descriptor = descriptorSchema.parse(JSON.parse(read(DESCRIPTOR_PATH).toString()));
  const index = indexSchema.parse(JSON.parse(read(descriptor.index.path).toString()));

  test('is found from the descriptor below the base path, and every record is what its row says', () => {
    expect(descriptor.url).toBe(site.url);
    expect(sha256(read(descriptor.index.path))).toBe(descriptor.index.sha256);
    const wrong = index.rows.filter((row) => sha256(read(recordPath(row))) !== row.hash);
    expect(wrong).toEqual([]);
    expect(existsSync(join(site.folder, descriptor.all?.path ?? 'none'))).toBe(true);
  });

  test('is every record, vocabulary and tombstone that its registry writes itself, as it is written', () => {
    const registry = registryOf(name);
    const records = registry.records.filter(({ zone }) => zoneProblem(registry, zone) === undefined);
    const { tombstones, vocabularyFiles } = registry;
    const names = (of: readonly { kind: string; id: string }[]) => of.map(({ kind, id }) => `${kind} ${id}`);
    expect(names(index.rows)).toEqual(names([...records, ...vocabularyFiles]));
    expect(names(index.tombstones)).toEqual(names(tombstones));
  });
});
