import { assembleRegistry, type SourceFile } from '../registry/assemble.ts';
import { roleOf } from '../registry/files.ts';
import { checkRegistry, REGISTRY_RULES } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Registry } from '../schema/registry.ts';
import type { TouchedFile } from './touched-records.ts';

/** The target's registry, and what it becomes by a pull request. */
export interface Merge {
  readonly target: Registry;
  readonly merged: Registry;
  /** What is wrong with the changed files, and what the changes cause elsewhere. Paths are inside the registry folder. */
  readonly findings: readonly Finding[];
}

/** Merges the files that a pull request touches into the target's, and asks every rule of the result. */
export function mergeRegistry(sources: readonly SourceFile[], touched: readonly TouchedFile[], today: string): Merge {
  const changed = new Map(touched.map(({ file, after }) => [file, after]));
  const kept = sources.filter(({ file }) => !changed.has(file));
  const target = assembleRegistry(sources);
  const merged = assembleRegistry([...kept, ...[...changed.values()].flatMap((source) => source ?? [])]);
  const shape = merged.findings.filter(({ file }) => changed.has(file));
  const isChanged = ({ file }: Finding) => changed.has(file);
  const context = { today };
  const rules = REGISTRY_RULES.flatMap((rule) => {
    const found = checkRegistry(merged.registry, context, [rule]);
    if (found.every(isChanged)) return found;
    // Elsewhere only what was not to be found before: mostly none, and then the rule need not be asked again.
    const before = new Set(checkRegistry(target.registry, context, [rule]).map(identityOf));
    const own = found.filter(isChanged);
    return found.filter(
      (finding) => isChanged(finding) || !(before.has(identityOf(finding)) || isSaidBy(own, finding)),
    );
  });
  return { target: target.registry, merged: merged.registry, findings: [...shape, ...rules] };
}

/** What two records have in common is said of the changed one, which names the other: nobody should mend the other. */
function isSaidBy(own: readonly Finding[], { file, code }: Finding): boolean {
  const role = roleOf(file);
  return (
    role.type === 'record' &&
    own.some(
      (finding) => finding.code === code && Object.values(finding.values ?? {}).some((value) => names(value, role.id)),
    )
  );
}

function names(value: string | number, id: string): boolean {
  return String(value)
    .split(/[^\w/-]+/)
    .includes(id);
}

function identityOf({ file, rule, code, path = [], values = {}, found = '' }: Finding): string {
  return JSON.stringify([file, rule, code, path, values, found]);
}
