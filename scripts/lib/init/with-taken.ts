import { join } from 'node:path';
import { sha256 } from '../../../src/federation/sha256-node.ts';
import { type LoadedRegistry, loadRegistry } from '../../../src/registry/load-fs.ts';
import type { CopyPlan } from '../../../src/setup/plan-copy.ts';
import { planTaken, sharedVocabularies } from '../../../src/setup/plan-taken.ts';
import { load, PROJECT, type RegistryFolder } from '../registry-folder.ts';
import { recordText } from '../write-records.ts';

const SHIPPED = join(PROJECT, 'registry');

/** The plan with what the copy needs to take records from others: the shared vocabularies, where it has none yet, and locks to begin with. */
export function withTaken(folder: RegistryFolder, before: LoadedRegistry, plan: CopyPlan): CopyPlan {
  const shipped = before.registry.vocabularyFiles.length > 0 ? before : loadRegistry(SHIPPED);
  const brought = sharedVocabularies(before.registry, shipped.registry, (file) => recordText(SHIPPED, file));
  const drafts = new Map([...plan.files, ...brought]);
  const textOf = (file: string) => (drafts.has(file) ? drafts.get(file) : recordText(folder.root, file));
  const { registry } = load(folder, drafts);
  return { ...plan, files: new Map([...drafts, ...planTaken(registry, textOf, sha256)]) };
}

/** The id of the copy that the program comes from, for a folder without settings: it says nothing of whom it takes records from. */
export function shippedId(): string {
  return loadRegistry(SHIPPED, { project: PROJECT }).registry.config.id;
}
