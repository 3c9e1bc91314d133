import type { RecordName } from '../../src/registry/change/redirect-references.ts';
import { planRename, type RenamePlan } from '../../src/registry/change/rename.ts';
import { dayOfClock, type LoadedRegistry } from '../../src/registry/load-fs.ts';
import { recordFile } from '../../src/schema/registry.ts';
import { REVIEWERS_FILE } from '../../src/schema/reviewers.ts';
import { refuseForeign, refuseNewErrors, refuseUnsound } from './change.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import { idProblem } from './new-record/identity.ts';
import { recordTexts } from './record-texts.ts';
import type { RegistryFolder } from './registry-folder.ts';
import { recordText } from './write-records.ts';

/** What would be written. Throws a {@link UsageError} with the reason where it may not be. */
export function checkedRename(
  folder: RegistryFolder,
  loaded: LoadedRegistry,
  from: RecordName,
  to: string,
): RenamePlan {
  const { registry } = loaded;
  const all = recordTexts(loaded);
  const reviewers = recordText(folder.root, REVIEWERS_FILE);
  const named = reviewers === undefined ? [] : [[REVIEWERS_FILE, reviewers] as const];
  const plan = planRename(new Map([...all.texts, ...named]), from, to);
  refuseUnsound(plan, all, from, folder);
  const [oldFile, newFile] = [recordFile(from.kind, from.id), recordFile(from.kind, to)];
  // Whoever was stopped in the middle finds the new file beside the old one, with the very text that we would write.
  const resumes = all.texts.get(newFile) === plan.drafts.get(newFile);
  const problem = resumes ? undefined : newIdProblem(loaded, from, to);
  if (problem !== undefined) throw new UsageError(`${visible(to)}: ${problem}`);
  refuseForeign(registry, folder, plan.drafts.keys());
  refuseNewErrors(folder, loaded, plan.drafts, new Map([[newFile, oldFile]]));
  return plan;
}

/** Why a record cannot get this id; `undefined` where it can. */
export function newIdProblem({ registry }: LoadedRegistry, { kind }: RecordName, to: string): string | undefined {
  const [zone = '', slug, ...more] = to.split('/');
  if (slug === undefined || more.length > 0) return 'An id is zone/slug, as ca/gc-notify.';
  return idProblem(kind, zone, slug, registry, dayOfClock());
}

/** What a renaming did or, with `would `, what it would do; a line for each file. */
export function renameLines(folder: RegistryFolder, { drafts, places }: RenamePlan, would: 'would ' | ''): string[] {
  const removed = [...drafts].find(([, text]) => text === undefined)?.[0];
  const [newFile] = drafts.keys();
  const verb = (word: string) => (would === '' ? `${word}d` : `would ${word}`);
  const moved = `${verb('move')} ${folder.shown}/${removed} to ${folder.shown}/${newFile}`;
  const changed = [...places].map(([file, where]) => `${verb('change')} ${folder.shown}/${file}: ${where.join(', ')}`);
  return [moved, ...changed].map(visible);
}
