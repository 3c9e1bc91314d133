import { join } from 'node:path';
import { loadRegistry } from '../../../src/registry/load-fs.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import { PROJECT } from '../../lib/registry-folder.ts';

let loaded: Registry | undefined;

/** The small registry that the rules' fixtures stand on, for what needs a whole one. */
export function fixtureRegistry(): Registry {
  loaded ??= loadRegistry(join(PROJECT, 'src/rules/fixtures/base')).registry;
  return loaded;
}
