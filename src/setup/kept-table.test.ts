import { expect, test } from 'vitest';
import { assembleRegistry } from '../registry/assemble.ts';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import { recordKey } from '../schema/registry.ts';
import type { Include } from './answers.ts';
import { keptRecords } from './kept-records.ts';
import { keptInTable } from './kept-table.ts';
import { makeKeptTable } from './make-kept-table.ts';

const ZONES = ['ca', 'ca-qc', 'fr', 'int', 'no'];

const IDS = ZONES.flatMap((zone) => ['a', 'b', 'c'].map((name) => `${zone}/${name}`));
const subset = (values: readonly string[]) => fc.subarray([...values]);

/** A registry of projects, some gone, that refer to each other at random: also in circles, and to what is not there. */
const registries = fc
  .tuple(subset(IDS), subset(IDS), fc.array(subset(IDS), { minLength: IDS.length, maxLength: IDS.length }))
  .map(([listed, gone, named]) => {
    const files = listed.map((id, index) => {
      const refers = (named[index] ?? []).map((each) => `  - ${each}\n`).join('');
      const text = gone.includes(id)
        ? 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n'
        : `schemaVersion: 1\nname: ${id}\nsummary: {en: Does it}\ntype: service\nstatus: stable\nfunctions: [forms]\nowner: int/nobody\nwebsite: https://example.org/\n${refers === '' ? '' : `basedOn:\n${refers}`}`;
      return parseSourceFile(`projects/${id}.yaml`, new TextEncoder().encode(text));
    });
    return assembleRegistry(files).registry;
  });
const includes = fc.oneof(fc.constantFrom<Include>('all', 'none'), subset(ZONES));

test('a table tells of every choice what the records themselves tell', () => {
  let referred = 0;
  fc.assert(
    fc.property(registries, subset(ZONES), includes, (registry, zones, include) => {
      const exact = keptRecords(registry, zones, include);
      const table = JSON.parse(JSON.stringify(makeKeptTable(registry)));
      const told = keptInTable(table, zones, include);
      const keys = (records: typeof told.referred) => records.map(({ kind, id }) => recordKey(kind, id)).toSorted();
      referred += exact.referred.length;
      expect(keys(told.referred)).toEqual(keys(exact.referred));
      expect(new Set(told.foreign.map(({ zone }) => zone))).toEqual(new Set(exact.foreign.map(({ zone }) => zone)));
      expect(told.counts).toEqual({
        own: registry.records.filter(({ zone }) => zones.includes(zone)).length,
        foreign: exact.foreign.length,
        removed: exact.removed.length,
      });
    }),
    runs(150),
  );
  expect(referred, 'the registries refer to something').toBeGreaterThan(40);
});
