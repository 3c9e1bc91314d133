import type { SiteInfo } from '../i18n/site-info.ts';
import { sourceCommit } from '../registry/source-commit-git.ts';
import type { RegistryConfig } from '../schema/config.ts';

/** Which commit is built, and its page where the host is known. */
export function buildInfo(repository: RegistryConfig['repository']): SiteInfo['build'] {
  const { commit, date } = sourceCommit();
  if (commit === '' || repository?.host !== 'github') return { commit, date };
  return { commit, date, url: `${repository.url.replace(/\/$/, '')}/commit/${commit}` };
}
