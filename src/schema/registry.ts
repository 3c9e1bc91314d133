import type { ChangeHistory } from './change.ts';
import type { Federation, RegistryConfig } from './config.ts';
import { KIND_NAMES, KINDS, type Kind, type RecordData } from './kinds.ts';
import type { Lock } from './lock.ts';
import type { Overlay } from './overlay.ts';
import type { PageFile } from './page.ts';
import type { Reviewers } from './reviewers.ts';
import type { LogoFile, ThemeFile } from './theme.ts';
import type { Tombstone } from './tombstone.ts';
import type { VocabularyFile, VocabularyKind } from './vocabulary.ts';

/** One record of a kind, with where it stands. */
export interface RecordOf<K extends Kind> {
  readonly kind: K;
  /** `zone/slug`, unique within its kind. */
  readonly id: string;
  readonly zone: string;
  readonly slug: string;
  /** Path of its file inside the registry folder, with `/` on every system. */
  readonly file: string;
  readonly data: RecordData<K>;
  /** The MDX text below the front matter, for kinds that have one. */
  readonly body?: string;
  /** Offset of the text in its file, for positions. */
  readonly bodyOffset?: number;
}

export type AnyRecord = { [K in Kind]: RecordOf<K> }[Kind];

export type DraftOf<K extends Kind> = Omit<RecordOf<K>, 'data'> & { readonly data: Partial<RecordData<K>> };
export type Draft = { [K in Kind]: DraftOf<K> }[Kind];

export interface TombstoneRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
  readonly data: Tombstone;
}

/** What this copy says otherwise about another copy's record. */
export interface OverlayRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
  readonly data: Overlay;
}

export interface Term {
  /** The file that brought the term in, or its broader term. */
  readonly file: string;
  readonly label: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly broader?: string;
  readonly mappings: NonNullable<VocabularyFile['terms'][string]['mappings']>;
}

/** A vocabulary with what the copy's own files add to it. */
export interface Vocabulary {
  readonly id: string;
  readonly terms: Readonly<Record<string, Term>>;
}

/** One file of a vocabulary, as it is exchanged with other copies. */
export interface VocabularyRecord {
  readonly kind: VocabularyKind;
  /** `zone/name`; the zone of a shared one is `int`. */
  readonly id: string;
  readonly zone: string;
  readonly file: string;
  readonly data: VocabularyFile;
}

/** A file that stands here as another copy’s, and is not as that copy says. */
export interface EditedRecord {
  readonly file: string;
  readonly kind: Kind | VocabularyKind;
  readonly id: string;
  /** It was changed here; or its copy never had it. */
  readonly how: 'changed' | 'added';
  readonly source: { readonly id: string; readonly url: string };
}

/** A whole registry in memory: what loaded without a fault of shape. */
export interface Registry {
  readonly config: RegistryConfig;
  readonly federation: Federation;
  /** There is a federation.yaml that cannot be read: whose the other zones are is not known. */
  readonly federationUnread?: true;
  /** Who is asked about which zone, at the host. */
  readonly reviewers: Reviewers;
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  /** The files that they come from, sorted by file. */
  readonly vocabularyFiles: readonly VocabularyRecord[];
  /** Interface strings that this copy adds or overrides, by language. */
  readonly strings: Readonly<Record<string, unknown>>;
  /** What happened to the records, as far as it is written down. */
  readonly changes: ChangeHistory;
  /** The pages that this copy adds or replaces, in order of file; absent where there are none. */
  readonly pages?: readonly PageFile[];
  /** The look of this copy, where it has one of its own. */
  readonly theme?: ThemeFile;
  readonly logos?: readonly LogoFile[];
  /** As those who write them say it, sorted by kind, then id; pages show `shownRegistry`. */
  readonly records: readonly AnyRecord[];
  /** Records with faults of shape, without the faulty fields: any field may be absent. Rules look at them; nothing else does. */
  readonly drafts: readonly Draft[];
  readonly tombstones: readonly TombstoneRecord[];
  /** Sorted by kind, then id. */
  readonly overlays: readonly OverlayRecord[];
  /** What was taken from each source, in order of the source. */
  readonly locks: readonly Lock[];
  /** Files of other copies that were changed or added here, as far as the locks tell it. */
  readonly edited: readonly EditedRecord[];
  /** Every record that has a file, also one with faults of shape: a reference to it is no dangling one. */
  readonly known: ReadonlySet<string>;
}

/** The records of one kind, in order of id. */
export function recordsOf<K extends Kind>(registry: Registry, kind: K): readonly RecordOf<K>[] {
  return registry.records.filter((record): record is RecordOf<K> & AnyRecord => record.kind === kind);
}

/** Sound records and drafts: what a rule looks at, so that one fault does not hide the next. */
export function everyDraft(registry: Registry): readonly Draft[] {
  return [...registry.records, ...registry.drafts];
}

/** Sound records and drafts of one kind. */
export function draftsOf<K extends Kind>(registry: Registry, kind: K): readonly DraftOf<K>[] {
  return everyDraft(registry).filter((record) => record.kind === kind) as unknown as DraftOf<K>[];
}

/** How a record is known among all kinds: `project:ca/gc-notify`. */
export function recordKey(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** The path of a record's file inside the registry folder. */
export function recordFile(kind: Kind, id: string): string {
  return `${KINDS[kind].folder}/${id}.${KINDS[kind].ending}`;
}

/** `zone/slug` in its two parts. */
export function splitId(id: string): { zone: string; slug: string } {
  const [zone = '', slug = ''] = id.split('/');
  return { zone, slug };
}

/** The order of records everywhere: kinds as the data model lists them, then ids by code unit. */
export function byKindAndId(a: { kind: Kind; id: string }, b: { kind: Kind; id: string }): number {
  return KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
