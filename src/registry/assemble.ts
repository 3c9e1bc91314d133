import { othersZones } from '../rules/others.ts';
import type { Finding } from '../rules/rule.ts';
import type { ChangeHistory } from '../schema/change.ts';
import type { Federation, RegistryConfig } from '../schema/config.ts';
import type { PageData, PageFile } from '../schema/page.ts';
import {
  type AnyRecord,
  byKindAndId,
  type Draft,
  type Registry,
  recordKey,
  type TombstoneRecord,
} from '../schema/registry.ts';
import type { Reviewers } from '../schema/reviewers.ts';
import type { LogoFile, ThemeFile } from '../schema/theme.ts';
import type { Tombstone } from '../schema/tombstone.ts';
import { editedFrom } from './assemble-edited.ts';
import { federationFrom } from './assemble-federation.ts';
import { misnamedVocabularies, vocabulariesFrom } from './assemble-vocabularies.ts';
import type { FileRole } from './files.ts';
import type { ParsedFile } from './parse.ts';

export interface SourceFile {
  readonly file: string;
  readonly role: FileRole;
  readonly parsed: ParsedFile;
}

/** What stands in where a folder has no `registry.yaml`. */
export const DEFAULT_CONFIG: RegistryConfig = {
  schemaVersion: 1,
  id: 'local',
  name: { en: 'Public Square', fr: 'Place publique' },
  zones: '*',
  languages: ['en', 'fr'],
  dataLicense: 'CC0-1.0',
};

/** Puts parsed files together into a registry, in one order whatever the order of the files. */
export function assembleRegistry(files: readonly SourceFile[]): { registry: Registry; findings: Finding[] } {
  const settings = settingsOf(files);
  const sources = withoutNews(files, settings);
  const findings = sources.flatMap(({ role, parsed }) => (role.type === 'unknown' ? [role.finding] : parsed.findings));
  const hasConfig = sources.some(({ role }) => role.type === 'config');
  if (!hasConfig) findings.push({ rule: 'registry-config', code: 'absent', file: 'registry.yaml', offset: 0 });
  findings.push(...misnamedVocabularies(sources));
  const registry: Registry = {
    ...settings,
    reviewers: (dataOf(sources, 'reviewers') as Reviewers | undefined) ?? { schemaVersion: 1 },
    ...vocabulariesFrom(sources, settings),
    strings: stringsFrom(sources),
    ...federationFrom(sources),
    changes: (dataOf(sources, 'changes') as ChangeHistory | undefined) ?? { events: [] },
    ...lookFrom(sources),
    edited: editedFrom(sources, settings),
    ...recordsFrom(sources),
  };
  return { registry, findings };
}

function settingsOf(sources: readonly SourceFile[]): Pick<Registry, 'config' | 'federation' | 'federationUnread'> {
  const federation = dataOf(sources, 'federation') as Federation | undefined;
  const isUnread = federation === undefined && sources.some(({ role }) => role.type === 'federation');
  return {
    config: (dataOf(sources, 'config') as RegistryConfig | undefined) ?? DEFAULT_CONFIG,
    federation: federation ?? { schemaVersion: 1 },
    ...(isUnread ? { federationUnread: true } : {}),
  };
}

/** Fields that a newer copy added to its records are no faults of this one: they stay in the file, and mean nothing here. */
function withoutNews(
  sources: readonly SourceFile[],
  settings: Pick<Registry, 'config' | 'federation'>,
): readonly SourceFile[] {
  if ((settings.federation.sources ?? []).length === 0) return sources;
  const isOthers = othersZones(settings);
  return sources.map((source) => {
    const { role, parsed } = source;
    if ((role.type !== 'record' && role.type !== 'vocabulary') || parsed.known === undefined) return source;
    if (!isOthers(role.zone)) return source;
    const findings = parsed.findings.filter(({ rule }) => rule !== 'unknown-field');
    return { ...source, parsed: { ...parsed, data: parsed.known, findings } };
  });
}

function dataOf(sources: readonly SourceFile[], type: FileRole['type']): unknown {
  return sources.find(({ role }) => role.type === type)?.parsed.data;
}

function recordsFrom(sources: readonly SourceFile[]): Pick<Registry, 'records' | 'drafts' | 'tombstones' | 'known'> {
  const drafts: Draft[] = [];
  const records: AnyRecord[] = [];
  const tombstones: TombstoneRecord[] = [];
  const known = new Set<string>();
  for (const { file, role, parsed } of sources) {
    if (role.type !== 'record') continue;
    const { kind, id, zone, slug } = role;
    const data = parsed.data as object | undefined;
    if (data !== undefined && 'state' in data) {
      tombstones.push({ kind, id, file, data: data as Tombstone });
      continue;
    }
    known.add(recordKey(kind, id));
    const body = parsed.body === undefined ? {} : { body: parsed.body, bodyOffset: parsed.bodyOffset };
    const common = { kind, id, zone, slug, file, ...body };
    // The file's schema was chosen by its kind, which the type system cannot follow through the table of kinds.
    if (data !== undefined) records.push({ ...common, data } as unknown as AnyRecord);
    else if (parsed.sound !== undefined) drafts.push({ ...common, data: parsed.sound } as unknown as Draft);
  }
  return {
    records: records.sort(byKindAndId),
    drafts: drafts.sort(byKindAndId),
    tombstones: tombstones.sort(byKindAndId),
    known,
  };
}

function stringsFrom(sources: readonly SourceFile[]): Record<string, unknown> {
  const strings: Record<string, unknown> = {};
  for (const { role, parsed } of sources)
    if (role.type === 'strings' && parsed.data !== undefined) strings[role.language] = parsed.data;
  return strings;
}

/** The pages and the look of the copy; nothing of what it has not. */
function lookFrom(sources: readonly SourceFile[]): Pick<Registry, 'pages' | 'theme' | 'logos'> {
  const pages: PageFile[] = [];
  const logos: LogoFile[] = [];
  let theme: ThemeFile | undefined;
  for (const { file, role, parsed } of sources) {
    const { data, body, bodyOffset = 0 } = parsed;
    if (role.type === 'theme' && data !== undefined) theme = { file, css: String(data) };
    if (role.type === 'logo' && data !== undefined) logos.push({ file, ...(data as Omit<LogoFile, 'file'>) });
    if (role.type !== 'page' || body === undefined) continue;
    const { language, name } = role;
    pages.push({ file, language, name, body, bodyOffset, ...(data === undefined ? {} : { data: data as PageData }) });
  }
  return {
    ...(pages.length === 0 ? {} : { pages: pages.sort(byFile) }),
    ...(theme === undefined ? {} : { theme }),
    ...(logos.length === 0 ? {} : { logos: logos.sort(byFile) }),
  };
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
