import { KINDS, type Kind } from '../schema/kinds.ts';
import type { HeadBranch } from './comment/context.ts';

/** Longer paths, as they stand in an address, are no record's, and would only fill the comment. */
const MAX_PATH = 300;
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

/** A path or branch as part of an address; nothing where it would lead elsewhere, as `..` does. */
function encoded(path: string): string | undefined {
  const steps = path.split('/');
  if (path.length > MAX_PATH || !path.isWellFormed()) return undefined;
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return undefined;
  const written = steps.map(encodeURIComponent).join('/');
  return written.length > MAX_PATH ? undefined : written;
}

/** The page of a file as it stands in a commit, at a line. Commits of forks are shown under the repository itself. */
export function fileAddress(repository: string, commit: string, path: string, line?: number): string | undefined {
  const file = encoded(path);
  return file === undefined
    ? undefined
    : `${repository}/blob/${commit}/${file}${line === undefined ? '' : `#L${line}`}`;
}

/** The page on which the contributor may edit a file of the pull request. */
export function editAddress(repository: string, head: HeadBranch | undefined, path: string): string | undefined {
  if (head === undefined || !REPOSITORY.test(head.repository) || /\/\.+$/.test(head.repository)) return undefined;
  const [file, branch] = [encoded(path), encoded(head.branch)];
  if (file === undefined || branch === undefined || !URL.canParse(repository)) return undefined;
  return `${new URL(repository).origin}/${head.repository}/edit/${branch}/${file}`;
}

/** The page of a record on the site, in a language. */
export function recordAddress(siteUrl: string | undefined, lang: string, kind: Kind, id: string): string | undefined {
  return siteUrl === undefined ? undefined : `${siteUrl}${lang}/${KINDS[kind].folder}/${id}/`;
}
