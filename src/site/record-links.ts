import { formPath } from '../contribute/form-address.ts';
import { editPage, viewPage } from '../contribute/send/host-pages.ts';
import { assetUrl } from '../i18n/links.ts';
import { KINDS } from '../schema/kinds.ts';
import type { AnyRecord } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { correctThere, originOfRecord } from './origin.ts';

/** Kinds of record that have pages of their own. */
export const PAGED_KINDS = ['project', 'organization', 'standard', 'funding'] as const;
export type PagedKind = (typeof PAGED_KINDS)[number];
export type PagedRecord = Extract<AnyRecord, { kind: PagedKind }>;

/** Whether records of a kind have pages. */
export function isPagedKind(kind: string): kind is PagedKind {
  return (PAGED_KINDS as readonly string[]).includes(kind);
}

/** Whether a record has a page. */
export function isPaged(record: AnyRecord | undefined): record is PagedRecord {
  return record !== undefined && isPagedKind(record.kind);
}

/** The path of a record's page, without base and language. */
export function recordPath({ kind, id }: PagedRecord): string {
  return `${KINDS[kind].folder}/${id}/`;
}

/** Where a record is corrected: the form, with the record in it; at the copy that writes it, where this one does not. */
export function correctUrl(record: Pick<AnyRecord, 'kind' | 'id'>, lang: string, site: Site): string {
  const { kind, id } = record;
  const origin = originOfRecord(record, lang, site);
  return origin === undefined
    ? site.href(lang, formPath({ start: 'correct', kind, id }))
    : correctThere(record, origin);
}

/** Where the host lets one edit a file of the registry folder. */
export function editUrl(file: string, { repository }: Site): string | undefined {
  return repository === undefined ? undefined : editPage(repository, `registry/${file}`);
}

/** Where the host shows a file, with its history. */
export function sourceUrl(file: string, { repository }: Site): string | undefined {
  return repository === undefined ? undefined : viewPage(repository, `registry/${file}`);
}

/** The folder of the site in which the files of records stand as they are. */
export const SOURCES = 'records/';

/** The path under the host at which the site publishes the file of a record. */
export function publishedUrl(file: string, { info }: Site): string {
  return assetUrl(info.base, SOURCES + encodePath(file));
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
