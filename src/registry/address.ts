import type { RegistryConfig } from '../schema/config.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';

export interface Addresses {
  /** The site's address with its base path, ending in a slash. */
  readonly url: string;
  /** The path part of `url`. */
  readonly base: string;
  /** False where nobody tells the address, and this machine stands in for it. */
  readonly published: boolean;
  readonly repository: RegistryConfig['repository'];
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOCAL = 'http://localhost:4321/';

/**
 * Where a copy stands: SITE_URL and REPOSITORY_URL of the environment, else `registry.yaml`, else what GitHub tells its workflows
 * (https://docs.github.com/actions/reference/variables), else this machine. Throws on an address that is none.
 */
export function addressesOf(config: RegistryConfig, env: Environment): Addresses {
  const told = env['SITE_URL'] || config.url || pagesAddress(env);
  const given = told || LOCAL;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Error(`SITE_URL is “${given}”: expected an address as https://host/path/. Correct it, or leave it out.`);
  }
  const url = new URL(given);
  [url.search, url.hash] = ['', ''];
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return { url: url.href, base: url.pathname, published: Boolean(told), repository: repositoryOf(config, env) };
}

function repositoryOf(config: RegistryConfig, env: Environment): RegistryConfig['repository'] {
  const fromGitHub =
    env['GITHUB_SERVER_URL'] && env['GITHUB_REPOSITORY']
      ? `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`
      : undefined;
  const url = env['REPOSITORY_URL'] ?? (config.repository === undefined ? fromGitHub : undefined);
  if (url === undefined || !isSafeHttpsUrl(url)) return config.repository;
  return {
    url,
    branch: env['REPOSITORY_BRANCH'] ?? config.repository?.branch ?? 'main',
    host: config.repository?.host ?? 'github',
  };
}

/** GitHub's rule for project pages; a repository named after the host is the root. */
function pagesAddress(env: Environment): string | undefined {
  const [owner, name] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !name || env['GITHUB_SERVER_URL'] !== 'https://github.com') return undefined;
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}
