import { account, type HostState } from '../state.ts';
import { shownAccount } from './account.ts';
import { type Addresses, repositoryApi } from './addresses.ts';

/** What follows the repository's address in the addresses of its parts. */
const PARTS: Readonly<Record<string, string>> = {
  archive: '{archive_format}{/ref}',
  assignees: 'assignees{/user}',
  blobs: 'git/blobs{/sha}',
  branches: 'branches{/branch}',
  collaborators: 'collaborators{/collaborator}',
  comments: 'comments{/number}',
  commits: 'commits{/sha}',
  compare: 'compare/{base}...{head}',
  contents: 'contents/{+path}',
  contributors: 'contributors',
  deployments: 'deployments',
  downloads: 'downloads',
  events: 'events',
  forks: 'forks',
  git_commits: 'git/commits{/sha}',
  git_refs: 'git/refs{/sha}',
  git_tags: 'git/tags{/sha}',
  hooks: 'hooks',
  issue_comment: 'issues/comments{/number}',
  issue_events: 'issues/events{/number}',
  issues: 'issues{/number}',
  keys: 'keys{/key_id}',
  labels: 'labels{/name}',
  languages: 'languages',
  merges: 'merges',
  milestones: 'milestones{/number}',
  notifications: 'notifications{?since,all,participating}',
  pulls: 'pulls{/number}',
  releases: 'releases{/id}',
  stargazers: 'stargazers',
  statuses: 'statuses/{sha}',
  subscribers: 'subscribers',
  subscription: 'subscription',
  tags: 'tags',
  teams: 'teams',
  trees: 'git/trees{/sha}',
};

const SINCE = '2026-01-01T00:00:00Z';

/** The repository, or a fork of it by `owner`, as answers show it: `full-repository` of the description, which holds the smaller ones. */
export function shownRepository(state: HostState, addresses: Addresses, owner = state.owner): Record<string, unknown> {
  const { name } = state;
  const url = repositoryApi(addresses, owner, name);
  const html = `${addresses.html}/${owner}/${name}`;
  const by = account(state, owner);
  return {
    id: by.id + 1_000_000,
    node_id: `R_${by.id}`,
    name,
    full_name: `${owner}/${name}`,
    owner: shownAccount(by, addresses),
    private: false,
    html_url: html,
    description: null,
    fork: owner !== state.owner,
    url,
    ...Object.fromEntries(Object.entries(PARTS).map(([part, rest]) => [`${part}_url`, `${url}/${rest}`])),
    clone_url: `${html}.git`,
    git_url: `git:${html}.git`,
    ssh_url: `git@localhost:${owner}/${name}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...counts(state),
    default_branch: state.defaultBranch,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: true,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: SINCE,
    created_at: SINCE,
    updated_at: SINCE,
  };
}

function counts(state: HostState): Record<string, number> {
  const open = [...state.issues.values()].filter((issue) => issue.state === 'open').length;
  const none = { forks: 0, watchers: 0, size: 0, network_count: 0, subscribers_count: 0 };
  return {
    ...none,
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    open_issues_count: open,
    open_issues: open,
  };
}
