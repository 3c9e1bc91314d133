import { assembleRegistry } from '../registry/assemble.ts';
import { roleOf } from '../registry/files.ts';
import { overlayFindings } from '../registry/overlay/overlay-findings.ts';
import { inEnglish } from '../rules/english.ts';
import { checkRegistry, REGISTRY_RULES } from '../rules/index.ts';
import { withoutOthers } from '../rules/others.ts';
import type { Finding, RegistryRule, RuleContext } from '../rules/rule.ts';
import type { Registry } from '../schema/registry.ts';
import type { PullRequestInput } from './pull-request-input.ts';
import type { TouchedFile } from './touched-records.ts';

/** The target’s registry, and what it becomes by a pull request. */
export interface Merge {
  readonly target: Registry;
  readonly merged: Registry;
  /** What is wrong with the changed files, and what the changes cause elsewhere. Paths are inside the registry folder. */
  readonly findings: readonly Finding[];
}

/** Merges the files that a pull request touches into the target’s, and asks every rule of the result. */
export function mergeRegistry(
  { sources, today, sha256 }: Pick<PullRequestInput, 'sources' | 'today' | 'sha256'>,
  touched: readonly TouchedFile[],
): Merge {
  const changed = new Map(touched.map(({ file, after }) => [file, after]));
  const kept = sources.filter(({ file }) => !changed.has(file));
  const target = assembleRegistry(sources).registry;
  const merged = assembleRegistry([...kept, ...[...changed.values()].flatMap((source) => source ?? [])]);
  const shape = merged.findings.filter(({ file }) => changed.has(file));
  const files = new Set(changed.keys());
  const isWide = changesOthers(touched, target, merged.registry);
  const narrow = restricted(merged.registry, files);
  const rules = REGISTRY_RULES.flatMap((rule) =>
    rule.each && !isWide
      ? ruleFindings(rule, narrow, undefined, { today, only: files })
      : ruleFindings(rule, merged.registry, target, { today, only: files }),
  );
  const overlays = ofChange(
    overlayFindings(merged.registry, { today }, sha256),
    () => overlayFindings(target, { today }, sha256),
    files,
  );
  return { target, merged: merged.registry, findings: [...shape, ...rules, ...overlays] };
}

/** True where records that are not touched may be judged otherwise than before, even by themselves: settings or words change, or ids go. */
function changesOthers(touched: readonly TouchedFile[], target: Registry, merged: Registry): boolean {
  return touched.some(({ role }) => role.type !== 'record') || [...target.known].some((key) => !merged.known.has(key));
}

/** The registry with these records only; every id is known all the same. */
function restricted(registry: Registry, files: ReadonlySet<string>): Registry {
  const isIn = ({ file }: { readonly file: string }) => files.has(file);
  return { ...registry, records: registry.records.filter(isIn), drafts: registry.drafts.filter(isIn) };
}

/** What a rule finds in the changed files, and elsewhere what is graver than a hint and was not to be found before. */
function ruleFindings(
  rule: RegistryRule,
  merged: Registry,
  target: Registry | undefined,
  context: Required<RuleContext>,
): Finding[] {
  const found = withoutOthers(merged, checkRegistry(merged, context, [rule]));
  if (target === undefined || rule.severity === 'info') return found.filter(({ file }) => context.only.has(file));
  return ofChange(found, () => withoutOthers(target, checkRegistry(target, context, [rule])), context.only);
}

/** What is found in the changed files, and elsewhere what was not to be found before. */
function ofChange(
  found: readonly Finding[],
  findBefore: () => readonly Finding[],
  changed: ReadonlySet<string>,
): Finding[] {
  const own = found.filter(({ file }) => changed.has(file));
  // Mostly there is nothing elsewhere, and then nobody need look at what was before.
  if (own.length === found.length) return own;
  const before = new Set(findBefore().map(identityOf));
  const others = found.filter(({ file }) => !changed.has(file));
  return [...own, ...others.filter((finding) => !before.has(identityOf(finding)) && !isSaidBy(own, finding))];
}

/** What two records have in common is said of the changed one, which names the other: nobody should mend the other. */
function isSaidBy(own: readonly Finding[], { file, code }: Finding): boolean {
  const role = roleOf(file);
  if (role.type !== 'record') return false;
  return own.some(({ code: other, values = {} }) => other === code && named(values).includes(role.id));
}

/** The ids that a finding gives as such; names may hold anything. */
function named({ ids = '', other = '' }: NonNullable<Finding['values']>): string[] {
  return [ids, other].flatMap((value) => (typeof value === 'number' ? [] : inEnglish(value).split(' ')));
}

function identityOf({ file, rule, code, path = [], values = {}, found = '' }: Finding): string {
  return JSON.stringify([file, rule, code, path, values, found]);
}
