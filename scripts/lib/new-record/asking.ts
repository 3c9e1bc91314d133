import { suggestSlug, suggestZone } from '../../../src/registry/suggest-id.ts';
import type { Issue } from '../../../src/rules/rule.ts';
import type { Kind } from '../../../src/schema/kinds.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import type { RegistryFolder } from '../registry-folder.ts';
import { draftRecord } from './draft.ts';
import { idProblem } from './identity.ts';
import { type Asking, missingFields } from './questions.ts';
import type { Data } from './values.ts';

/** What asking for the fields of a new record needs. */
export function askingIn(folder: RegistryFolder, registry: Registry, kind: Kind, data: Data): Asking {
  return { kind, registry, data, problem: (tried, field) => problemOf(folder, kind, tried, field) };
}

/** Why the value of one field would be refused, from the check of a record that has nothing else. */
function problemOf(folder: RegistryFolder, kind: Kind, data: Data, field: string): string | undefined {
  const id = kind === 'note' ? 'int/2000-01-01-draft-being-asked' : 'int/draft-being-asked';
  const isOf = ({ path, severity }: Issue) => severity === 'error' && path.join('.').startsWith(field);
  const [issue] = draftRecord(folder, kind, id, data, '').issues.filter(isOf);
  return issue === undefined ? undefined : `${issue.message} ${issue.hint ?? ''}`.trim();
}

/** The id of a new record where nobody is asked. Throws a {@link UsageError} where it cannot be made, or be had. */
export function givenId(
  { kind, data, registry }: Asking,
  { zone, slug }: { readonly zone?: string; readonly slug?: string },
  today: string,
): string {
  const missing = missingFields(kind, data);
  if (missing.length > 0 && slug === undefined && data['name'] === undefined && data['title'] === undefined)
    throw new UsageError(`Give the fields with --set: ${missing.join('; ')}.`);
  const inZone = zone ?? suggestZone(data, registry.config);
  const named = slug ?? suggestSlug(kind, data, today);
  if (named === '')
    throw new UsageError(
      'No slug can be made from this name: give one with --slug, in letters a to z, digits and hyphens.',
    );
  const problem = idProblem(kind, inZone, named, registry, today);
  if (problem !== undefined) throw new UsageError(visible(`${inZone}/${named}: ${problem}`));
  return `${inZone}/${named}`;
}
