import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolveCommit } from '../../../src/git/objects-git.ts';
import { type Git, GitError } from '../../../src/git/run-git.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { isVersionTag, newestVersion } from './versions.ts';

/** Where commits of the program are kept: no branch, so that nothing checks them out, and the next look has less to fetch. */
const KEPT = 'refs/public-square/upstream';
const REMOTE = 'upstream';
/** A whole history over a slow line. */
const FETCH_MS = 600_000;
/** A full or shortened hash. */
const HASH = /^[0-9a-f]{7,64}$/;

/** A release of the program: a tag, or a commit of its main branch where none is named. */
export interface Release {
  /** Full hash. */
  readonly commit: string;
  /** The tag, or the commit's first 12 digits. */
  readonly name: string;
}

export interface Upstream {
  /** The address as it may be printed: without name and password. */
  readonly shown: string;
  readonly target: Release;
  /** Commits from which the program's history is followed: its branch, its releases, the target. */
  readonly tips: readonly string[];
  /** The name of the newest tag or of the commit, of any commit. */
  readonly nameOf: (commit: string) => string;
}

/**
 * Fetches the program's history, as objects only: nothing is checked out and nothing of it is run.
 * @param from an address, a folder, or a remote of this clone; without one, the remote `upstream`
 * @param to a tag, a branch or a commit; without one, the newest release, or the main branch where there is no release
 * @throws {UsageError} where it cannot be had
 */
export function fetchUpstream(git: Git, from: string | undefined, to: string | undefined): Upstream {
  const address = addressOf(git, from);
  const shown = withoutSecrets(address);
  fetchRefs(git, address, [`+HEAD:${KEPT}/head`, `+refs/tags/*:${KEPT}/tags/*`], 'The program cannot be fetched');
  const known = knownUpstream(git);
  if (known === undefined) throw new UsageError(`${visible(shown)} has no commit.`);
  const target = to === undefined ? newest(known) : (tagged(known, to) ?? named(git, address, to));
  return {
    shown,
    target,
    tips: [...new Set([target.commit, ...known.tips])],
    nameOf: (commit) => nameOf(known, commit),
  };
}

interface Known {
  readonly head: string;
  /** Commits by the tag that names them. */
  readonly tags: ReadonlyMap<string, string>;
  readonly tips: readonly string[];
}

/** What was fetched last; nothing where nothing was. */
function knownUpstream(git: Git): Known | undefined {
  const rows = git(['for-each-ref', '--format=%(refname)%00%(objectname)%00%(*objectname)', KEPT]).toString('utf8');
  const refs = rows.split('\n').flatMap((row) => {
    const [name = '', hash = '', peeled = ''] = row.split('\0');
    return name === '' ? [] : [[name.slice(KEPT.length + 1), peeled === '' ? hash : peeled] as const];
  });
  const head = refs.find(([name]) => name === 'head')?.[1];
  if (head === undefined) return undefined;
  const tags = new Map(
    refs.flatMap(([name, hash]) => (name.startsWith('tags/') ? [[name.slice(5), hash] as const] : [])),
  );
  const releases = [...tags].filter(([name]) => isVersionTag(name)).map(([, hash]) => hash);
  return { head, tags, tips: [...new Set([head, ...releases])] };
}

/** The newest release that was fetched before, or the main branch as it was; nothing where none was. No network. */
export function lastKnownUpstream(git: Git): Omit<Upstream, 'shown'> | undefined {
  const known = knownUpstream(git);
  if (known === undefined) return undefined;
  return { target: newest(known), tips: known.tips, nameOf: (commit) => nameOf(known, commit) };
}

function newest(known: Known): Release {
  const tag = newestVersion([...known.tags.keys()]);
  const commit = tag === undefined ? known.head : (known.tags.get(tag) ?? known.head);
  return { commit, name: tag ?? nameOf(known, commit) };
}

function tagged({ tags }: Known, name: string): Release | undefined {
  const commit = tags.get(name);
  return commit === undefined ? undefined : { commit, name };
}

function nameOf({ tags }: Known, commit: string): string {
  const names = [...tags].filter(([, hash]) => hash === commit).map(([name]) => name);
  return newestVersion(names) ?? names[0] ?? commit.slice(0, 12);
}

/** A commit that is no release: by its hash, else the head of a branch. */
function named(git: Git, address: string, to: string): Release {
  const commit = (HASH.test(to) ? fetchedCommit(git, to) : undefined) ?? branchHead(git, address, to);
  return { commit, name: commit.slice(0, 12) };
}

/** A commit of the program’s history; one that the copy alone has is none. */
function fetchedCommit(git: Git, hash: string): string | undefined {
  try {
    const commit = resolveCommit(git, hash);
    const holders = git(['for-each-ref', '--contains', commit, '--format=%(refname)', KEPT]).toString('utf8');
    return holders === '' ? undefined : commit;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function branchHead(git: Git, address: string, branch: string): string {
  const ref = `refs/heads/${branch}`;
  const unknown = `${visible(withoutSecrets(address))} has no release, branch or commit ${visible(branch)}`;
  if (branch === '' || !isRefName(git, ref)) throw new UsageError(`${unknown}.`);
  fetchRefs(git, address, [`+${ref}:${KEPT}/branch`], unknown);
  return resolveCommit(git, `${KEPT}/branch`);
}

function isRefName(git: Git, ref: string): boolean {
  try {
    git(['check-ref-format', ref]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

function addressOf(git: Git, from: string | undefined): string {
  if (from === '')
    throw new UsageError('--from is empty. Name the repository of the program, or leave the option out.');
  const remotes = git(['remote']).toString('utf8').split('\n');
  if (from === undefined && !remotes.includes(REMOTE))
    throw new UsageError(
      'Where does the program come from? Name its repository: --from https://…; or once for this clone: git remote add upstream https://…',
    );
  const name = from ?? REMOTE;
  if (!remotes.includes(name)) return existsSync(name) ? resolve(name) : name;
  return git(['remote', 'get-url', '--', name]).toString('utf8').trim();
}

function fetchRefs(git: Git, address: string, refspecs: readonly string[], failing: string): void {
  const quietly = ['--quiet', '--atomic', '--prune', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance'];
  try {
    git(['fetch', ...quietly, '--no-write-fetch-head', '--', address, ...refspecs], {
      env: { GIT_ALLOW_PROTOCOL: 'https:ssh:file' },
      timeout: FETCH_MS,
    });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const shown = withoutSecrets(address);
    const said = visible(error.message.replaceAll(address, shown));
    throw new UsageError(
      `${failing}. From ${visible(shown)}: ${said}\nNothing was changed. Look whether the address is right and the network there.`,
      { cause: error },
    );
  }
}

/** An address without the name and password that it may hold. */
export function withoutSecrets(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
