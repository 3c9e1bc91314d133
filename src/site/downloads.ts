import { type ColumnGroup, columnGroups } from '../export/columns.ts';
import { type ExportWanted, exportRecords } from '../export/export-records.ts';
import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import type { Site } from './make-site.ts';

/** The folder of the site in which the files of all records stand, and the page about them in each language. */
export const DOWNLOADS = 'data/';

/** A file of all records of a kind, or of all kinds. */
export interface Download {
  readonly wanted: ExportWanted;
  /** Its name below {@link DOWNLOADS}. */
  readonly name: string;
  readonly text: string;
  readonly bytes: number;
}

/** A kind that has records, with its files. */
export interface KindDownloads {
  readonly kind: Kind;
  readonly records: number;
  readonly csv: Download;
  readonly json: Download;
}

export interface Downloads {
  readonly kinds: readonly KindDownloads[];
  /** Absent where there is no record. */
  readonly all?: Download;
}

const known = new WeakMap<Site, Downloads>();

/** The files of all records, made once a build. They are as those say the records who write them, without overlays. */
export function downloadsOf(site: Site): Downloads {
  const made = known.get(site) ?? makeDownloads(site);
  known.set(site, made);
  return made;
}

/** The same as a list. */
export function downloadFiles(site: Site): Download[] {
  const { kinds, all } = downloadsOf(site);
  return [...kinds.flatMap(({ csv, json }) => [csv, json]), ...(all === undefined ? [] : [all])];
}

/** The path of the page about the columns of a kind's table, without base and language. */
export function columnsPath(kind: Kind): string {
  return `${DOWNLOADS}${KINDS[kind].folder}/`;
}

/** The columns of the table of a kind. */
export function columnsOf(kind: Kind, { written }: Site): ColumnGroup[] {
  return columnGroups(written, kind);
}

function makeDownloads({ written }: Site): Downloads {
  const make = (wanted: ExportWanted, stem: string): Download => {
    const text = exportRecords(written, wanted);
    return { wanted, name: `${stem}.${wanted.format}`, text, bytes: Buffer.byteLength(text) };
  };
  const kinds = KIND_NAMES.flatMap((kind): KindDownloads[] => {
    const records = written.records.filter((record) => record.kind === kind).length;
    if (records === 0) return [];
    const { folder } = KINDS[kind];
    return [
      { kind, records, csv: make({ kind, format: 'csv' }, folder), json: make({ kind, format: 'json' }, folder) },
    ];
  });
  return kinds.length === 0 ? { kinds } : { kinds, all: make({ kind: 'all', format: 'jsonl' }, 'all') };
}
