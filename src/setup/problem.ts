import { z } from 'zod';
import type { StringKey } from '../i18n/strings.ts';
import { checkShape } from '../registry/check-shape.ts';
import type { Finding } from '../rules/rule.ts';

/** Why an answer will not do: a text of the interface with its values, or what a rule finds in the field that it would fill. */
export type Problem =
  | { readonly key: StringKey; readonly values?: Readonly<Record<string, string>> }
  | { readonly finding: Finding };

/** What does not fit the schema of a field. */
export function shapeProblem(schema: z.ZodType, field: string, value: unknown): Problem | undefined {
  const [finding] = checkShape('', { [field]: value }, z.object({ [field]: schema })).findings;
  return finding === undefined ? undefined : { finding };
}
