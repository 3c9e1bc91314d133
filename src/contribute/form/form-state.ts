import { isFields } from '../../registry/change/data.ts';
import { suggestSlug, suggestZone } from '../../registry/suggest-id.ts';
import type { RegistryConfig } from '../../schema/config.ts';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import { type Data, filled } from './values.ts';

/** What a person has told the form, and what it goes out from: plain data, kept as a draft. */
export interface FormState {
  readonly kind: Kind;
  readonly values: Data;
  /** The text of a kind that has one below its fields. */
  readonly body: string;
  /** As typed; while they are absent, they are suggested. */
  readonly zone?: string;
  readonly slug?: string;
  /** The record that is corrected, as it is published. */
  readonly original?: Original;
}

export interface Original {
  readonly id: string;
  readonly text: string;
}

/** A form with nothing in it, or with what is known already. */
export function newState(kind: Kind, values: Data = {}): FormState {
  return { kind, values, body: '' };
}

/** The record that the form makes: its answers without blanks. */
export function recordOf({ values }: FormState): Data {
  return { schemaVersion: 1, ...filled(values) };
}

export interface PlaceContext {
  readonly zones: RegistryConfig['zones'];
  readonly today: string;
}

/** Where the record will stand: as typed, or as suggested; of a record that is corrected, where it stands. */
export function placeOf(state: FormState, { zones, today }: PlaceContext): { zone: string; slug: string } {
  if (state.original !== undefined) {
    const [zone = '', slug = ''] = state.original.id.split('/');
    return { zone, slug };
  }
  const record = filled(state.values);
  const zone = state.zone ?? suggestZone(record, { zones });
  return { zone: zone.trim(), slug: (state.slug ?? suggestSlug(state.kind, record, today)).trim() };
}

/** What people call the record, in a language or the first it is named in; empty while it has no name. */
export function nameOf({ values }: Pick<FormState, 'values'>, lang = ''): string {
  const { name, title } = filled(values);
  const texts = name ?? title ?? '';
  if (typeof texts !== 'object') return String(texts);
  const byLanguage = texts as Readonly<Record<string, string>>;
  return byLanguage[lang] ?? Object.values(byLanguage)[0] ?? '';
}

/** A kept draft's state, read as critically as a pasted file; `undefined` where it is none. */
export function readState(value: unknown): FormState | undefined {
  if (!isFields(value)) return undefined;
  const { kind, values, body, zone, slug, original } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind) || !isFields(values)) return undefined;
  if (original !== undefined && !(isFields(original) && isText(original['id']) && isText(original['text'])))
    return undefined;
  return {
    kind: kind as Kind,
    values,
    body: isText(body) ? body : '',
    ...(isText(zone) ? { zone } : {}),
    ...(isText(slug) ? { slug } : {}),
    ...(original === undefined ? {} : { original: original as unknown as Original }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
