import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addressesOf } from '../src/registry/address.ts';
import { findRegistryRoot, loadRegistry } from '../src/registry/load-fs.ts';
import { PROJECT } from './lib/registry-folder.ts';
import { serveSite } from './lib/serve.ts';

/** Validates, builds and serves the site on this machine: `npm start`. PORT names another port than 4321. */
const DEFAULT_PORT = 4321;

const built = spawnSync(process.execPath, [join(PROJECT, 'scripts/build.ts')], { cwd: PROJECT, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 2);
const { registry } = loadRegistry(findRegistryRoot(process.env['REGISTRY_ROOT'] ?? join(PROJECT, 'registry')), {
  project: PROJECT,
});
const site = await serveSite(
  join(PROJECT, 'dist'),
  addressesOf(registry.config, process.env).base,
  Number(process.env['PORT'] ?? DEFAULT_PORT),
);
console.log(`\nThe site is served at ${site.url}\nPress Ctrl+C to stop.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void site.close().then(() => process.exit(0)));
