import type { Engine } from '../../../src/doctor/diagnosis.ts';
import { GitError } from '../../../src/git/run-git.ts';
import { UsageError } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { copyRepository } from '../upgrade/copy-repository.ts';
import { planUpgrade } from '../upgrade/plan-upgrade.ts';
import { lastKnownUpstream } from '../upgrade/upstream.ts';

/** What is known of the program without a network: by what `registry upgrade` fetched last. Nothing without git, or where it never did. */
export function readEngine(folder: RegistryFolder): Engine | undefined {
  try {
    const copy = copyRepository(folder);
    const known = lastKnownUpstream(copy.git);
    if (known === undefined) return undefined;
    const { from, to, isBehind, isOlder, edits } = planUpgrade(copy, { ...known, shown: '' });
    return {
      standsOn: from.name,
      newest: to.name,
      isBehind: isBehind && !isOlder,
      edited: edits.filter(({ fate }) => fate === 'replaced').map(({ path }) => path),
    };
  } catch (error) {
    // A copy need not be in git to be examined.
    if (error instanceof GitError || error instanceof UsageError) return undefined;
    throw error;
  }
}
