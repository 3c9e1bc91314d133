import type { Finding } from '../rules/rule.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { SLUG, ZONE } from '../schema/primitives.ts';

/** The file of a record. */
export interface RecordRole {
  readonly type: 'record';
  readonly kind: Kind;
  readonly id: string;
  readonly zone: string;
  readonly slug: string;
  readonly mdx: boolean;
}

/** A file that nothing is kept in. */
export interface UnknownRole {
  readonly type: 'unknown';
  readonly finding: Finding;
}

const DATED_SLUG = /^\d{4}-\d{2}-\d{2}-[a-z0-9]/;

/** The role of a path in the folder of a kind; apart from those of other files, whose schemas the form has no use for. @param parts the path, split at its slashes */
export function recordRole(file: string, kind: Kind, parts: readonly string[]): RecordRole | UnknownRole {
  const ending = `.${KINDS[kind].ending}`;
  const [, zone = '', name = ''] = parts;
  if (parts.length !== 3 || !name.endsWith(ending))
    return unknown(file, 'place', { hint: `${KINDS[kind].folder}/<zone>/<slug>${ending}` });
  if (!ZONE.test(zone)) return unknown(file, 'zone', { zone });
  const slug = name.slice(0, -ending.length);
  if (!SLUG.test(slug) || slug.length > 64) return unknown(file, 'slug', { slug });
  if (kind === 'note' && !DATED_SLUG.test(slug))
    return unknown(file, 'date', { hint: 'notes/<zone>/2026-11-23-<slug>.mdx' });
  return { type: 'record', kind, id: `${zone}/${slug}`, zone, slug, mdx: KINDS[kind].ending === 'mdx' };
}

/** That nothing is kept at a path, and why: the code of the rule `file-name`. */
export function unknown(
  file: string,
  code: string,
  values: { zone?: string; slug?: string; hint?: string } = {},
): UnknownRole {
  const { hint, ...named } = values;
  return {
    type: 'unknown',
    finding: {
      rule: 'file-name',
      code,
      file,
      offset: 0,
      values: named,
      found: file,
      ...(hint ? { expected: hint } : {}),
    },
  };
}
