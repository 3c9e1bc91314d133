import { canonicalRepository } from '../schema/canonical-repository.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';

/** The files that describe a project, as repositories name them; those that say more of a public project come first. */
export const DESCRIPTION_FILES = ['publiccode.yml', 'publiccode.yaml', 'codemeta.json', 'code.json'] as const;

/** The hosts that are asked for the files of the forges that everybody can use: what a page's policy for connections has to allow. */
export const RAW_HOSTS = ['raw.githubusercontent.com', 'gitlab.com', 'codeberg.org', 'api.bitbucket.org'] as const;

export interface RepositoryFile {
  readonly fileName: (typeof DESCRIPTION_FILES)[number];
  /** Where the file's text is, if the repository has it: on the branch that the host shows first. */
  readonly url: string;
}

export interface RepositoryFiles {
  /** The address of the repository as its host shows it. */
  readonly repository: string;
  /** The host that would be asked, for the words of a button. */
  readonly host: string;
  /** In the order in which to ask. */
  readonly files: readonly RepositoryFile[];
}

interface Forge {
  readonly host: string;
  readonly rawUrl: (path: string, file: string) => string;
  /** Projects may stand in groups within groups. */
  readonly hasGroups?: boolean;
}

const GITHUB: Forge = {
  host: 'raw.githubusercontent.com',
  rawUrl: (path, file) => `https://raw.githubusercontent.com/${path}/HEAD/${file}`,
};
const BITBUCKET: Forge = {
  host: 'api.bitbucket.org',
  rawUrl: (path, file) => `https://api.bitbucket.org/2.0/repositories/${path}/src/HEAD/${file}`,
};

/** Of GitLab and Forgejo the programming interface, since it lets pages of other sites read what it answers. */
function gitlab(host: string): Forge {
  const rawUrl = (path: string, file: string) =>
    `https://${host}/api/v4/projects/${path.replaceAll('/', '%2F')}/repository/files/${file}/raw?ref=HEAD`;
  return { host, rawUrl, hasGroups: true };
}

function forgejo(host: string): Forge {
  return { host, rawUrl: (path, file) => `https://${host}/api/v1/repos/${path}/raw/${file}` };
}

const FORGES: Readonly<Record<string, Forge>> = {
  'github.com': GITHUB,
  'gitlab.com': gitlab('gitlab.com'),
  'codeberg.org': forgejo('codeberg.org'),
  'bitbucket.org': BITBUCKET,
};

/**
 * Where the host of a repository would have the files that describe it; `undefined` where the address is none of a repository, or its host is
 * not known to be a forge. Of hosts of their own, those are known whose name begins with the program's, or whose paths have GitLab's `/-/`.
 * @param address of a repository, or of a page in it
 */
export function repositoryFiles(address: string): RepositoryFiles | undefined {
  const url = canonicalRepository(address.trim());
  if (!isSafeHttpsUrl(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const forge = FORGES[hostname] ?? ownForge(hostname, pathname);
  const path = forge && asGiven(projectPath(pathname, forge.hasGroups === true), address);
  if (forge === undefined || path === undefined) return undefined;
  return {
    repository: `https://${hostname}/${path}`,
    host: forge.host,
    files: DESCRIPTION_FILES.map((fileName) => ({ fileName, url: forge.rawUrl(path, fileName) })),
  };
}

function ownForge(hostname: string, pathname: string): Forge | undefined {
  if (hostname.startsWith('gitlab.') || pathname.includes('/-/')) return gitlab(hostname);
  return /^(?:forgejo|gitea)\./.test(hostname) ? forgejo(hostname) : undefined;
}

/** The account or groups and the name, without what leads further into the repository. */
function projectPath(pathname: string, hasGroups: boolean): string | undefined {
  const steps = (pathname.split('/-/')[0] ?? '').split('/').filter((step) => step !== '');
  const path = hasGroups ? steps : steps.slice(0, 2);
  const isPlain = path.every((step) => /^[\w.~-]+$/.test(step));
  return path.length >= 2 && isPlain ? path.join('/').replace(/\.git$/, '') : undefined;
}

/** The path in the letters in which it was given: hosts differ in whether these matter. */
function asGiven(path: string | undefined, address: string): string | undefined {
  const start = path === undefined ? -1 : address.toLowerCase().indexOf(path.toLowerCase());
  return start === -1 ? path : address.slice(start, start + (path ?? '').length);
}

/**
 * The address of a file's text where a page shows the file: `…/blob/main/publiccode.yml` of GitHub and GitLab, `…/src/branch/main/…` of
 * Forgejo. Any other address as it is.
 */
export function rawAddress(address: string): string {
  const github = /^https:\/\/(?:www\.)?github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/([^?#]+)/.exec(address);
  if (github !== null) return `https://raw.githubusercontent.com/${github[1]}/${github[2]}`;
  return address
    .replace(/^(https:\/\/[^/]+\/[^?#]+\/-\/)blob\/([^?#]+).*$/, '$1raw/$2')
    .replace(/^(https:\/\/[^/]+\/[^/]+\/[^/]+\/)src\/((?:branch|commit|tag)\/[^?#]+).*$/, '$1raw/$2');
}
