import { execFileSync } from 'node:child_process';
import type { SiteInfo } from '../i18n/site-info.ts';
import type { RegistryConfig } from '../schema/config.ts';

/**
 * Which commit is built, from git; SOURCE_COMMIT and SOURCE_DATE (a day) name it where there is no git. Never the clock: two builds of one
 * commit are the same.
 */
export function buildInfo(repository: RegistryConfig['repository']): SiteInfo['build'] {
  const commit = process.env['SOURCE_COMMIT'] ?? git('%H') ?? '';
  const date = process.env['SOURCE_DATE'] ?? git('%cs') ?? '1970-01-01';
  if (commit === '' || repository?.host !== 'github') return { commit, date };
  return { commit, date, url: `${repository.url.replace(/\/$/, '')}/commit/${commit}` };
}

function git(format: string): string | undefined {
  try {
    return (
      execFileSync('git', ['log', '-1', `--format=${format}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, TZ: 'UTC' },
      }).trim() || undefined
    );
  } catch {
    // No git, or no commit yet: the caller has a default.
    return undefined;
  }
}
