import { assetUrl } from '../i18n/links.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { AnyRecord } from '../schema/registry.ts';
import type { Site } from './make-site.ts';

/** Kinds of record that have pages of their own. */
export const PAGED_KINDS = ['project', 'organization', 'standard', 'funding'] as const;
export type PagedKind = (typeof PAGED_KINDS)[number];
export type PagedRecord = Extract<AnyRecord, { kind: PagedKind }>;

export function isPagedKind(kind: string): kind is PagedKind {
  return (PAGED_KINDS as readonly string[]).includes(kind);
}

export function isPaged(record: AnyRecord | undefined): record is PagedRecord {
  return record !== undefined && isPagedKind(record.kind);
}

/** The path of a record's page, without base and language. */
export function recordPath({ kind, id }: PagedRecord): string {
  return `${KINDS[kind].folder}/${id}/`;
}

/** Where a record is edited at the git host; without a known repository, the page that tells how to correct a record. */
export function correctUrl(file: string, lang: string, { repository, href }: Site): string {
  const page = `${href(lang, 'contribute/')}#correct`;
  if (repository === undefined) return page;
  return `${hostPath(repository, 'edit')}/registry/${encodePath(file)}`;
}

/** Where the host shows a file, with its history. */
export function sourceUrl(file: string, { repository }: Site): string | undefined {
  return repository === undefined ? undefined : `${hostPath(repository, 'view')}/registry/${encodePath(file)}`;
}

/** The folder of the site in which the files of records stand as they are. */
export const SOURCES = 'records/';

/** The path under the host at which the site publishes the file of a record. */
export function publishedUrl(file: string, { info }: Site): string {
  return assetUrl(info.base, SOURCES + encodePath(file));
}

/** Where a new record of a kind is begun at the host. */
export function newFileUrl(kind: Kind, { repository }: Site): string | undefined {
  if (repository?.host !== 'github') return undefined;
  return `${repository.url}/new/${encodePath(repository.branch)}/registry/${KINDS[kind].folder}`;
}

type Repository = NonNullable<Site['repository']>;

/** The addresses that each host software gives to a file. */
function hostPath({ url, branch, host }: Repository, action: 'edit' | 'view'): string {
  const base = url.replace(/\/$/, '');
  const at = encodePath(branch);
  if (host === 'gitlab') return `${base}/-/${action === 'edit' ? 'edit' : 'blob'}/${at}`;
  if (host === 'forgejo') return action === 'edit' ? `${base}/_edit/${at}` : `${base}/src/branch/${at}`;
  return `${base}/${action === 'edit' ? 'edit' : 'blob'}/${at}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
