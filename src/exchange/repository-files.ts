/** A file that a repository may keep at its root, and where its host serves it as it is. */
export interface RawFile {
  readonly fileName: string;
  readonly url: string;
}

export interface RepositoryFiles {
  /** What is asked, for people to read before they let it be asked. */
  readonly host: string;
  /** In the order in which they are worth trying. */
  readonly files: readonly RawFile[];
}

/** What describes a project, the one that says most first. */
const FILE_NAMES = ['publiccode.yml', 'publiccode.yaml', 'codemeta.json', 'code.json'] as const;

interface Host {
  /** The parts of the host's name. */
  readonly matches: RegExp;
  /** How many steps of the path are the repository's: accounts have groups below them on some. */
  readonly repository: RegExp;
  readonly raw: (origin: string, repository: string, file: string) => string;
}

/** Where hosts serve the files of a repository's main branch, whatever it is called. */
const HOSTS: readonly Host[] = [
  {
    matches: /^(?:www\.)?github\.com$/,
    repository: /^\/([^/]+\/[^/]+)/,
    raw: (_, repository, file) => `https://raw.githubusercontent.com/${repository}/HEAD/${file}`,
  },
  {
    matches: /^(?:www\.)?bitbucket\.org$/,
    repository: /^\/([^/]+\/[^/]+)/,
    raw: (origin, repository, file) => `${origin}/${repository}/raw/HEAD/${file}`,
  },
  {
    matches: /^(?:codeberg\.org|(?:[\w-]+\.)*(?:forgejo|gitea|codeberg)\.[\w.-]+)$/,
    repository: /^\/([^/]+\/[^/]+)/,
    raw: (origin, repository, file) => `${origin}/${repository}/raw/HEAD/${file}`,
  },
  {
    matches: /^(?:[\w-]+\.)*gitlab\.[\w.-]+$|^(?:framagit\.org|git\.gouv\.fr|salsa\.debian\.org)$/,
    repository: /^\/([^/]+(?:\/(?!-\/)[^/]+)+)/,
    raw: (origin, repository, file) => `${origin}/${repository}/-/raw/HEAD/${file}`,
  },
];

/**
 * The addresses at which a repository's descriptions of itself may be read, or `undefined` where the host is not known or the address is not
 * that of a repository. Pages inside a repository lead to the same.
 */
export function repositoryFiles(address: string): RepositoryFiles | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname } = new URL(address);
  const host = HOSTS.find(({ matches }) => matches.test(hostname));
  const repository = host?.repository.exec(pathname.replace(/\/+$/, ''))?.[1]?.replace(/\.git$/, '');
  if (protocol !== 'https:' || host === undefined || repository === undefined) return undefined;
  const files = FILE_NAMES.map((fileName) => ({
    fileName,
    url: host.raw(`https://${hostname}`, repository, fileName),
  }));
  return { host: new URL(files[0]?.url ?? address).hostname, files };
}

/** The address of a file itself, where what is given is the page on which a host shows it. */
export function rawAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  if (/^(?:www\.)?github\.com$/.test(hostname)) {
    const [, repository, rest] = /^\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/.exec(pathname) ?? [];
    return rest === undefined ? address : `https://raw.githubusercontent.com/${repository}/${rest}`;
  }
  const raw = pathname
    .replace(/^(\/[^/]+(?:\/[^/]+)+\/-)\/blob\//, '$1/raw/')
    .replace(/^(\/[^/]+\/[^/]+)\/src\/(?=(?:branch|tag|commit)\/)/, '$1/raw/');
  return raw === pathname ? address : `https://${hostname}${raw}`;
}
