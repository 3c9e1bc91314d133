import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/registry-folder.ts';
import { runNode } from './run-process.ts';
import { type SearchSizes, searchSizes } from './search-sizes.ts';

export interface BuildRun {
  readonly seconds: number;
  /** Of the whole tree of processes; `undefined` where the system does not tell. */
  readonly peakBytes: number | undefined;
  readonly files: number;
  readonly bytes: number;
  readonly search: SearchSizes;
}

/** The site with its search index from a registry folder into `out`, which is absolute, as `npm run build` makes it. */
export async function measureBuild(root: string, out: string): Promise<BuildRun> {
  const env = { REGISTRY_ROOT: root, SITE_URL: 'http://localhost:4321/' };
  const { seconds, peakBytes } = await runNode([join(PROJECT, 'scripts/build.ts'), '--out', out], env);
  const sizes = filesBelow(out).map((file) => statSync(file).size);
  return {
    seconds,
    peakBytes,
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    search: searchSizes(out),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
