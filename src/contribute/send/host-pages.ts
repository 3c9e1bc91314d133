import type { RegistryConfig } from '../../schema/config.ts';

/** A repository at a git host. */
export type Repository = NonNullable<RegistryConfig['repository']>;

/** Where the host shows a file of the repository, with its history. */
export function viewPage(repository: Repository, file: string): string {
  const view = { github: 'blob', gitlab: '-/blob', forgejo: 'src/branch' }[repository.host];
  return page(repository, `${view}/${branchOf(repository)}/${encodePath(file)}`);
}

/** Where the host lets one edit a file of the repository. None of the hosts takes a text in the address. */
export function editPage(repository: Repository, file: string): string {
  const edit = { github: 'edit', gitlab: '-/edit', forgejo: '_edit' }[repository.host];
  return page(repository, `${edit}/${branchOf(repository)}/${encodePath(file)}`);
}

/**
 * Where the host lets one write a new file, its name filled in. The whole path goes into the name: the folder of a new zone does not exist
 * yet, and GitHub has dropped the last step of a folder in the address (github.com/isaacs/github/issues/1527).
 */
export function newFilePage(repository: Repository, file: string): string {
  const add = { github: 'new', gitlab: '-/new', forgejo: '_new' }[repository.host];
  const name = repository.host === 'gitlab' ? 'file_name' : 'filename';
  return page(repository, `${add}/${branchOf(repository)}`, { [name]: file });
}

/**
 * The same with the text and the words of the commit, on GitHub. GitLab's editor drops the text since 2025
 * (gitlab.com/gitlab-org/gitlab/-/issues/594214); Forgejo's takes it, and opens only to who may write (`reqRepoCodeWriter`).
 */
export function prefilledPage(
  repository: Repository,
  { file, text, message, description }: Readonly<Record<'file' | 'text' | 'message' | 'description', string>>,
): string | undefined {
  if (repository.host !== 'github') return undefined;
  return page(repository, `new/${branchOf(repository)}`, { filename: file, value: text, message, description });
}

/** Where one makes a copy of one's own, on hosts that open no editor to other people without it. GitHub offers it by itself. */
export function forkPage(repository: Repository): string | undefined {
  if (repository.host === 'github') return undefined;
  return page(repository, repository.host === 'gitlab' ? '-/forks/new' : 'fork');
}

/** Where the host lists the proposals that are open. */
export function requestsPage(repository: Repository): string {
  return page(repository, repository.host === 'gitlab' ? '-/merge_requests' : 'pulls');
}

/** A form of `.github/ISSUE_TEMPLATE`, its fields filled in; only GitHub has such forms. */
export function issueFormPage(
  repository: Repository,
  template: string,
  fields: Readonly<Record<string, string>>,
): string | undefined {
  return repository.host === 'github' ? page(repository, 'issues/new', { template, ...fields }) : undefined;
}

/** A new issue with a title and a text. */
export function issuePage(repository: Repository, title: string, body: string): string {
  if (repository.host !== 'gitlab') return page(repository, 'issues/new', { title, body });
  return page(repository, '-/issues/new', { 'issue[title]': title, 'issue[description]': body });
}

/**
 * Whether the host opens an address as long as this. GitHub refuses above 8,191 bytes (github.com/github/docs/issues/5136), and to who is
 * not signed in it sends the whole address through its sign-in page, encoded once more. The others are held to the same.
 */
export function isShortEnough(address: string): boolean {
  // Every part is percent-encoded: a character is a byte.
  return SIGN_IN.length + encodeURIComponent(address).length <= LONGEST;
}

const LONGEST = 8000;
const SIGN_IN = 'https://github.com/login?return_to=';

function page({ url }: Repository, path: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${url.replace(/\/+$/, '')}/${path}${search && `?${search}`}`;
}

function branchOf({ branch }: Repository): string {
  return encodePath(branch);
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((step) => encodeURIComponent(step.toWellFormed()))
    .join('/');
}
