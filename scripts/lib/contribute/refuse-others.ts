import { isFields } from '../../../src/registry/change/data.ts';
import { parseSourceFile } from '../../../src/registry/source-file.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { Host } from '../octokit.ts';
import type { Owner } from './find-owner.ts';
import { readUpstream } from './upstream.ts';

const FILE = 'registry.yaml';

/**
 * Another copy says itself which repository it has, and somebody’s token works there: in one that is not a registry of that id, nothing is
 * written. Else a copy could have people push into any repository in which they may. @throws {UsageError}
 */
export async function refuseOthers(host: Host, branch: string, { url, descriptor }: Owner): Promise<void> {
  const text = await readUpstream(host, branch, `registry/${FILE}`);
  const data = text === undefined ? undefined : parseSourceFile(FILE, new TextEncoder().encode(text)).parsed.data;
  if (isFields(data) && data['id'] === descriptor.id) return;
  const { owner, repo } = host.at;
  throw new UsageError(
    visible(
      `${url} names ${owner}/${repo} as its repository, but registry/${FILE} there (branch ${branch}) is not that of the copy “${descriptor.id}”. Nothing was sent. Ask its people; without GITHUB_TOKEN you get the text to send by hand.`,
    ),
  );
}
