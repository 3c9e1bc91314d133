import type { Draft } from '../schema/registry.ts';
import type { DataPath } from './rule.ts';

export interface NameText {
  readonly text: string;
  readonly path: DataPath;
}

/** What a record is called, in every language that it gives, with the place of each. */
export function namesOf({ data }: Draft): NameText[] {
  const [field, value] =
    'title' in data ? (['title', data.title] as const) : (['name', 'name' in data ? data.name : undefined] as const);
  if (value === undefined) return [];
  return typeof value === 'string'
    ? [{ text: value, path: [field] }]
    : Object.entries(value).map(([language, text]) => ({ text, path: [field, language] }));
}
