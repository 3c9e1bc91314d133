import { join } from 'node:path';
import { loadRegistry } from '../../../src/registry/load-fs.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import { PROJECT } from '../../lib/registry-folder.ts';

/** The day that every input is judged on, so that it is judged alike on every day. */
export const FUZZ_DAY = '2026-11-24';

let loaded: Registry | undefined;

/** The small registry that the rules' fixtures stand on, for what needs a whole one. */
export function fixtureRegistry(): Registry {
  loaded ??= loadRegistry(join(PROJECT, 'src/rules/fixtures/base')).registry;
  return loaded;
}
