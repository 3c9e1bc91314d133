import type { z } from 'zod';
import { CHANGES_FILE } from '../schema/change.ts';
import { federationSchema, registryConfigSchema } from '../schema/config.ts';
import { KINDS, type Kind, kindOfFolder } from '../schema/kinds.ts';
import { overlaySchema } from '../schema/overlay.ts';
import { PAGE_NAME, pageSchema } from '../schema/page.ts';
import { SLUG, ZONE } from '../schema/primitives.ts';
import { REVIEWERS_FILE, reviewersSchema } from '../schema/reviewers.ts';
import { THEME_FILE } from '../schema/theme.ts';
import { SHARED_ZONE, type VocabularyKind, vocabularySchema } from '../schema/vocabulary.ts';
import { type RecordRole, recordRole, type UnknownRole, unknown } from './record-role.ts';

/** What a path inside the registry folder stands for. */
export type FileRole =
  | RecordRole
  | { readonly type: 'config' | 'federation' | 'reviewers'; readonly schema: z.ZodType }
  /** A shared vocabulary, or what the copy that writes a zone adds to one. */
  | {
      readonly type: 'vocabulary';
      readonly kind: VocabularyKind;
      readonly id: string;
      readonly zone: string;
      readonly schema: z.ZodType;
    }
  /** What this copy says otherwise about another copy’s record. */
  | { readonly type: 'overlay'; readonly kind: Kind; readonly id: string; readonly schema: z.ZodType }
  | { readonly type: 'strings'; readonly language: string }
  /** What was taken from another copy: written by synchronization. */
  | { readonly type: 'lock'; readonly source: string }
  /** A page that this copy adds, or has in place of one of the program’s. */
  | { readonly type: 'page'; readonly language: string; readonly name: string; readonly schema: z.ZodType }
  /** The look of this copy. */
  | { readonly type: 'theme' }
  | { readonly type: 'logo'; readonly format: 'svg' | 'png' }
  /** What happened to records: written by the command line. */
  | { readonly type: 'changes' }
  | { readonly type: 'ignored' }
  | UnknownRole;

/** The role of a path, from its name alone. */
export function roleOf(file: string): FileRole {
  if (file === 'registry.yaml') return { type: 'config', schema: registryConfigSchema };
  if (file === 'federation.yaml') return { type: 'federation', schema: federationSchema };
  if (file === REVIEWERS_FILE) return { type: 'reviewers', schema: reviewersSchema };
  if (file === CHANGES_FILE) return { type: 'changes' };
  if (file === THEME_FILE) return { type: 'theme' };
  const logo = /^logo\.(svg|png)$/.exec(file)?.[1];
  if (logo === 'svg' || logo === 'png') return { type: 'logo', format: logo };
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  // Readme files for people, and what operating systems and git leave behind.
  if (name.startsWith('.') || /^README(?:\.[a-z]{2})?\.md$/.test(name)) return { type: 'ignored' };
  if (parts.length === 2 && parts[0] === 'vocabularies') return vocabularyRole(file, name);
  const strings = parts.length === 2 && parts[0] === 'i18n' ? /^([A-Za-z0-9-]+)\.json$/.exec(name) : null;
  if (strings?.[1] !== undefined) return { type: 'strings', language: strings[1] };
  const lock = parts.length === 2 && parts[0] === 'federation.lock' ? /^(.+)\.json$/.exec(name)?.[1] : undefined;
  if (lock !== undefined && SLUG.test(lock)) return { type: 'lock', source: lock };
  if (parts[0] === 'pages') return pageRole(file, parts.slice(1));
  if (parts.length === 4 && parts[0] === 'overlays') return overlayRole(file, parts.slice(1));
  const kind = kindOfFolder(parts[0] ?? '');
  return kind === undefined ? unknown(file, 'place') : recordRole(file, kind, parts);
}

/** `<name>.yaml` or `<name>.<zone>.yaml`. */
function vocabularyRole(file: string, name: string): FileRole {
  const [, slug = '', zone] = /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.yaml$/.exec(name) ?? [];
  if (slug === '') return unknown(file, 'place');
  if (!SLUG.test(slug) || slug.length > 64) return unknown(file, 'slug', { slug });
  if (zone !== undefined && !ZONE.test(zone)) return unknown(file, 'zone', { zone });
  const kind = zone === undefined ? 'vocabulary' : 'vocabulary-addition';
  const written = zone ?? SHARED_ZONE;
  return { type: 'vocabulary', kind, id: `${written}/${slug}`, zone: written, schema: vocabularySchema };
}

/** An overlay stands where its record does, below `overlays/`, and is YAML whatever the record is. */
function overlayRole(file: string, [folder = '', zone = '', name = '']: readonly string[]): FileRole {
  const kind = kindOfFolder(folder);
  if (kind === undefined || !name.endsWith('.yaml'))
    return unknown(file, 'place', { hint: 'overlays/<folder of the kind>/<zone>/<slug>.yaml' });
  const record = `${name.slice(0, -'.yaml'.length)}.${KINDS[kind].ending}`;
  const role = recordRole(file, kind, [folder, zone, record]);
  return role.type === 'record' ? { type: 'overlay', kind, id: role.id, schema: overlaySchema } : role;
}

/** `pages/<language>/<name>.mdx`; a page may stand below another one, and no deeper. */
function pageRole(file: string, [language = '', ...steps]: readonly string[]): FileRole {
  const name = steps.join('/').replace(/\.mdx$/, '');
  const isPage = name !== steps.join('/') && PAGE_NAME.test(name) && /^[A-Za-z0-9-]+$/.test(language);
  return isPage
    ? { type: 'page', language, name, schema: pageSchema }
    : unknown(file, 'place', { hint: 'pages/<language>/<name>.mdx' });
}
