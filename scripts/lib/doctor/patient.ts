import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Patient, Taken } from '../../../src/doctor/diagnosis.ts';
import { parseLock } from '../../../src/federation/lock.ts';
import { addressesOf } from '../../../src/registry/address.ts';
import { dayOfClock, findingsOf } from '../../../src/registry/load-fs.ts';
import { SCHEMAS } from '../../../src/schema/schemas.ts';
import { publishedSchema, SCHEMA_FOLDER, sharedVocabularies } from '../published-schemas.ts';
import { load, PROJECT, type RegistryFolder } from '../registry-folder.ts';
import { recordText } from '../write-records.ts';
import { readEngine } from './engine.ts';

/** Everything that the doctor looks at, read from the registry folder and the program's. */
export function readPatient(folder: RegistryFolder): Patient {
  const loaded = load(folder);
  const today = dayOfClock();
  const engine = readEngine(folder);
  return {
    registry: loaded.registry,
    findings: findingsOf(loaded, today),
    addresses: addressesOf(loaded.registry.config, process.env),
    // The schemas in the program's folder are about its own registry.
    outdatedSchemas: folder.isDefault ? outdatedSchemas(folder.root) : [],
    taken: readLocks(folder.root),
    ...(engine === undefined ? {} : { engine }),
    today,
  };
}

function outdatedSchemas(root: string): string[] {
  const vocabularies = sharedVocabularies(root);
  return Object.keys(SCHEMAS).filter((name) => {
    const file = join(PROJECT, SCHEMA_FOLDER, `${name}.json`);
    return !existsSync(file) || readFileSync(file, 'utf8') !== publishedSchema(name, { vocabularies });
  });
}

/** What was last taken from each source, by the locks that synchronization writes. */
function readLocks(root: string): Taken[] {
  const folder = 'federation.lock';
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const { asOf, ended, given, unclaimed } = parseLock(recordText(root, `${folder}/${name}`) ?? '')?.snapshot ?? {};
    return {
      source: name.slice(0, -'.json'.length),
      ...(asOf === undefined ? {} : { asOf }),
      ...(ended === undefined ? {} : { ended }),
      ...(given === undefined ? {} : { given }),
      ...(unclaimed === undefined ? {} : { unclaimed }),
    };
  });
}
