import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILD_DAY } from '../e2e/support/test-sites.ts';
import { readForeign } from '../exchange/read-foreign.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { checkRecord } from './check/check-record.ts';
import { newState, placeOf, recordOf } from './form/form-state.ts';
import { readKnown } from './known/known.ts';
import { knownRecords } from './known/publish.ts';
import { recordFinder } from './known/references.ts';
import { readRecord, textOfForm } from './text/record-source.ts';

const CORPORA = '../shared/corpora';

/** What is for the person: what the file does not tell, and what is in the registry already. */
const FOR_THE_PERSON = new Set(['missing-field', 'repository-unique', 'identity']);

describe.skipIf(!existsSync(CORPORA))('real files go through the form', () => {
  const { registry } = loadRegistry('registry');
  const known = readKnown(knownRecords(registry));
  const { config, federation, vocabularies } = registry;
  const findRecord = recordFinder(known);
  const files = globSync(`${CORPORA}/publiccode*/*.yml`).toSorted();

  test(`${files.length} files: what is read is a record whose text says the same, and nothing in it is at fault`, async () => {
    let read = 0;
    for (const file of files) {
      const options = { fileName: 'publiccode.yml', today: BUILD_DAY, vocabularies, findRecord };
      const result = readForeign(readFileSync(file, 'utf8'), options);
      if (result.problem !== undefined) continue;
      for (const { kind, data } of result.records) {
        const form = newState(kind, { ...data });
        const { schemaVersion: _, ...values } = recordOf(form);
        expect(readRecord(kind, textOfForm(form))?.values, basename(file)).toEqual(values);
        const { zone, slug } = placeOf(form, { zones: config.zones, today: BUILD_DAY });
        const issues = await checkRecord(
          { kind, zone: zone || 'int', slug: slug || 'a', data: recordOf(form), body: '' },
          { config, federation, vocabularies, known, today: BUILD_DAY },
        );
        const errors = issues.filter(({ severity, rule }) => severity === 'error' && !FOR_THE_PERSON.has(rule));
        expect(errors.map(({ rule, path }) => `${basename(file)}: ${rule} ${path.join('.')}`)).toEqual([]);
      }
      read += 1;
    }
    console.info(`real files through the form: ${read} of ${files.length} read, the others refused with a place`);
    expect(read).toBeGreaterThan(files.length * 0.9);
  });
});

test.skipIf(existsSync(CORPORA))(
  'the real files are not beside the project: they did not go through the form',
  () => {},
);
