import type { Kind } from '../../schema/kinds.ts';

/** Of these fields one is needed, though each may be left out. */
export const EITHER: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  project: ['repository', 'website'],
  notice: ['paid', 'unpaid'],
};

/** True for a field that may be left out only because another one may stand for it. */
export function isOneOf(kind: Kind, name: string): boolean {
  return EITHER[kind]?.includes(name) === true;
}
