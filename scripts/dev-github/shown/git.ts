import type { CommitData, TreeEntry } from '../bare-repository.ts';

/** A reference as the API shows it. */
export function shownRef(repository: string, ref: string, sha: string): Record<string, unknown> {
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${repository}/git/${ref}`,
    object: { type: 'commit', sha, url: `${repository}/git/commits/${sha}` },
  };
}

/** A commit among git's data: `git-commit` of the description. */
export function shownGitCommit(repository: string, commit: CommitData): Record<string, unknown> {
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${repository}/git/commits/${commit.sha}`,
    html_url: `${repository}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message.trimEnd(),
    tree: { sha: commit.tree, url: `${repository}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${repository}/git/commits/${sha}`,
      html_url: `${repository}/commit/${sha}`,
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** A commit of the repository: `commit` of the description. */
export function shownCommit(repository: string, commit: CommitData): Record<string, unknown> {
  const { author, committer, message, tree, url, html_url, parents } = shownGitCommit(repository, commit);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url,
    html_url,
    comments_url: `${repository}/commits/${commit.sha}/comments`,
    commit: { url, author, committer, message, comment_count: 0, tree },
    author: null,
    committer: null,
    parents,
  };
}

/** A tree as the API shows it. */
export function shownTree(repository: string, sha: string, entries: readonly TreeEntry[]): Record<string, unknown> {
  const url = `${repository}/git/trees/${sha}`;
  const tree = entries.map((entry) => ({ ...entry, url: `${repository}/git/${entry.type}s/${entry.sha}` }));
  return { sha, url, truncated: false, tree };
}

/** A file as `repos/get-content` gives it, with its text unless it stands in a list. */
export function shownContent(repository: string, entry: TreeEntry, content?: Buffer): Record<string, unknown> {
  const url = `${repository}/contents/${encodeURI(entry.path)}`;
  const git = `${repository}/git/${entry.type}s/${entry.sha}`;
  return {
    type: entry.type === 'tree' ? 'dir' : 'file',
    size: entry.size ?? 0,
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    url,
    git_url: git,
    html_url: url,
    download_url: null,
    _links: { self: url, git, html: url },
    ...(content === undefined
      ? {}
      : { encoding: 'base64', content: content.toString('base64').replace(/.{60}/g, '$&\n') }),
  };
}
