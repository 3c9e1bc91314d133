import { mergeDrafts, type SyncPlan } from '../../../src/federation/plan.ts';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { type Drafts, type LoadedRegistry, locateIn } from '../../../src/registry/load-fs.ts';
import { overlayFindings } from '../../../src/registry/overlay/overlay-findings.ts';
import { checkRegistry, isAtLeast, REGISTRY_RULES } from '../../../src/rules/index.ts';
import { withoutOthers } from '../../../src/rules/others.ts';
import type { Finding, Issue } from '../../../src/rules/rule.ts';
import { load, type RegistryFolder } from '../registry-folder.ts';

/** A plan with the source that it is of. */
export interface Planned {
  readonly id: string;
  readonly plan: Pick<SyncPlan, 'drafts'>;
}

export interface Merged {
  /** What is to be written: everything of the sources that are not refused. */
  readonly drafts: Drafts;
  /** The sources that would bring an error into the registry, with it. */
  readonly refused: ReadonlyMap<string, readonly Issue[]>;
}

/**
 * Puts the plans of several sources together and looks at the whole registry as it would be. A source that brings in an error which was not
 * there before is left out, and the others are looked at again without it. The order of the plans changes nothing.
 */
export function mergeSources(folder: RegistryFolder, planned: readonly Planned[], day: string): Merged {
  const refused = new Map<string, readonly Issue[]>();
  if (planned.length === 0) return { drafts: new Map(), refused };
  const known = new Set(errorsOf(load(folder), day).map(nameOf));
  const newErrors = (some: readonly Planned[]) => {
    const loaded = load(folder, mergeDrafts(some.map(({ plan }) => plan)));
    return locateIn(
      loaded,
      errorsOf(loaded, day).filter((finding) => !known.has(nameOf(finding))),
    );
  };
  for (let left = planned; ; left = left.filter(({ id }) => !refused.has(id))) {
    const issues = newErrors(left);
    if (issues.length === 0) return { drafts: mergeDrafts(left.map(({ plan }) => plan)), refused };
    for (const [id, own] of blame(issues, left, newErrors)) refused.set(id, own);
  }
}

/** Which sources bring in which errors: whose file it is; else, whoever brings it in alone; else all. */
function blame(
  issues: readonly Issue[],
  planned: readonly Planned[],
  newErrors: (some: readonly Planned[]) => readonly Issue[],
): ReadonlyMap<string, readonly Issue[]> {
  const named = planned.map(({ id, plan }) => [id, issues.filter(({ file }) => plan.drafts.has(file))] as const);
  const byFile = named.filter(([, own]) => own.length > 0);
  if (byFile.length > 0) return new Map(byFile);
  const alone = planned.map((each) => [each.id, newErrors([each])] as const).filter(([, own]) => own.length > 0);
  return new Map(alone.length > 0 ? alone : planned.map(({ id }) => [id, issues]));
}

/** Only rules whose findings are errors are asked: the others take most of the time. */
const ERROR_RULES = REGISTRY_RULES.filter(({ severity }) => severity === 'error');

function errorsOf({ registry, findings }: LoadedRegistry, day: string): Finding[] {
  const found = withoutOthers(registry, checkRegistry(registry, { today: day }, ERROR_RULES));
  const overlaid = overlayFindings(registry, { today: day }, sha256);
  return [...[...findings, ...overlaid].filter(({ rule }) => isAtLeast(rule, 'error')), ...found];
}

function nameOf({ rule, code, file, path = [], found }: Finding): string {
  return JSON.stringify([rule, code, file, path, found]);
}
