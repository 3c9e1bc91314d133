import type { Issue } from '../../rules/rule.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import { type Data, pathInForm } from '../form/values.ts';
import type { Said } from './words.ts';

/** What is wrong, in the person's language and at its place in the form. */
export interface ShownIssue {
  readonly issue: Issue;
  /** In the form: blank items of lists are counted. The place of the record is `zone` or `slug` below {@link PLACE}. */
  readonly path: ValuePath;
  readonly message: Said;
  readonly hints: readonly Said[];
}

/** Stands for the id in paths: no field is called so. */
export const PLACE = '@place';
/** Stands for the text below the fields. */
export const BODY = '@body';

/** Where the form shows an issue: at a field, at the id, or at the text. */
export function formPathOf({ rule, code, path }: Issue, values: Data): ValuePath {
  if (path.length > 0) return pathInForm(values, path);
  if (rule === 'mdx') return [BODY];
  if (rule === 'zone-authority' || (rule === 'file-name' && code === 'zone')) return [PLACE, 'zone'];
  return [PLACE, 'slug'];
}

/** The id of what is filled in at a path. */
export function idOf(path: ValuePath): string {
  return ['f', ...path].join('-');
}

/** Whether a path leads to what stands at another, or within it. */
export function isBelow(path: ValuePath, holder: ValuePath): boolean {
  return holder.every((step, index) => path[index] === step);
}
