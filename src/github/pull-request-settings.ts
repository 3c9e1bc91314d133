import type { OwnRegistry } from '../federation/sync-context.ts';
import type { SourceFile } from '../registry/assemble.ts';
import type { FileRole } from '../registry/files.ts';
import { parseSourceFile } from '../registry/source-file.ts';
import type { Federation, RegistryConfig } from '../schema/config.ts';
import { insidePath } from './area.ts';
import type { PullRequestInput } from './pull-request-input.ts';
import type { Touched } from './taken-lock.ts';

/** Who writes which zone, and what is taken from whom. */
export type Settings = Pick<OwnRegistry, 'zones' | 'delegations' | 'sources'>;

/** As they stand in the target’s branch: who may write what is not for a pull request to say. */
export function settingsOf(sources: readonly SourceFile[]): Settings {
  const data = (type: FileRole['type']) => sources.find(({ role }) => role.type === type)?.parsed.data;
  const { zones = [] } = (data('config') ?? {}) as Partial<RegistryConfig>;
  const { delegations = {}, sources: from = [] } = (data('federation') ?? {}) as Partial<Federation>;
  return { zones, delegations, sources: from };
}

/** The files of the target’s branch, with settings as the pull request leaves them. */
export function settingsInHead(touched: Touched, sources: readonly SourceFile[]): readonly SourceFile[] {
  return sources.map((each) => {
    const bytes = touched.get(each.file)?.after?.bytes;
    const isSetting = each.role.type === 'config' || each.role.type === 'federation';
    return isSetting && bytes !== undefined ? { ...each, parsed: parseSourceFile(each.file, bytes).parsed } : each;
  });
}

/** What a pull request changes, by path inside the registry folder. */
export function touchedByFile({ differences, folder }: Pick<PullRequestInput, 'differences' | 'folder'>): Touched {
  return new Map(
    differences.flatMap((each) => {
      const file = insidePath(each.path, folder);
      return file === undefined ? [] : [[file, each] as const];
    }),
  );
}
