import slugify from '@sindresorhus/slugify';
import type { RegistryConfig } from '../schema/config.ts';
import type { Kind } from '../schema/kinds.ts';

type Data = Readonly<Record<string, unknown>>;

const MAX_SLUG = 64;

/** A slug from the record's name; empty where its script has no Latin transcription that a program can know, as Chinese. */
export function suggestSlug(kind: Kind, data: Data, today: string): string {
  const name = data['name'] ?? data['title'];
  const texts = typeof name === 'string' ? [name] : Object.values((name ?? {}) as Record<string, string>);
  const slug = slugify(texts[0] ?? '', { decamelize: false });
  const dated = kind === 'note' && slug !== '' ? `${String(data['date'] ?? today)}-${slug}` : slug;
  return dated.slice(0, MAX_SLUG).replace(/-$/, '');
}

/** The zone where a record most likely belongs: its owner's, its country's, or the one that this copy writes. */
export function suggestZone(data: Data, { zones }: Pick<RegistryConfig, 'zones'>): string {
  const owner = data['owner'] ?? data['organization'];
  if (typeof owner === 'string' && owner.includes('/')) return owner.split('/')[0] ?? '';
  if (typeof data['country'] === 'string') return data['country'].toLowerCase();
  return zones === '*' ? 'int' : (zones[0] ?? 'int');
}
