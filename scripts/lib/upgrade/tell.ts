import { visible } from '../excerpt.ts';
import type { CopyEdit, Deed } from './compare-files.ts';
import { REGISTRY } from './owners.ts';
import type { ProgramState, UpgradePlan } from './plan-upgrade.ts';

const HERE: Readonly<Record<Deed, string>> = {
  added: 'added here',
  edited: 'edited here',
  removed: 'removed here',
  untouched: '',
};
const RELEASE: Readonly<Record<Deed, string>> = {
  added: 'the release adds it, too',
  edited: 'the release changes it, too',
  removed: 'the release removes it',
  untouched: 'the release leaves it as it was',
};
const FATES: Readonly<Record<CopyEdit['fate'], string>> = {
  replaced: 'Changed here in the program:',
  kept: 'Stays as it is here:',
  written: 'Commands write it again after the upgrade:',
};

/** What an upgrade would do, for people. */
export function planText(plan: UpgradePlan): string {
  const { from, to, edits } = plan;
  const lines = [`This copy stands on ${stateText(from)}. The release is ${stateText(to)}.`];
  if (plan.changes.length > 0) lines.push(`Of the program: ${countText(plan)}.`);
  for (const fate of ['replaced', 'kept', 'written'] as const) {
    const those = edits.filter((edit) => edit.fate === fate);
    if (those.length > 0) lines.push(FATES[fate], ...those.map(editText));
  }
  lines.push(`${REGISTRY}/ stays byte for byte.`);
  return lines.map(visible).join('\n');
}

function stateText({ name, commit, version, day }: ProgramState): string {
  const known = [version === undefined ? '' : `version ${version}`, commit.slice(0, 12), day];
  return `${name} (${known.filter((each) => each !== '' && each !== name).join(', ')})`;
}

/** How many files come, change and go. */
export function counts({ changes }: Pick<UpgradePlan, 'changes'>): { changed: number; added: number; removed: number } {
  const added = changes.filter(({ before }) => before === undefined).length;
  const removed = changes.filter(({ after }) => after === undefined).length;
  return { changed: changes.length - added - removed, added, removed };
}

function countText(plan: UpgradePlan): string {
  const { changed, added, removed } = counts(plan);
  return `${changed} ${changed === 1 ? 'file' : 'files'} changed, ${added} added, ${removed} removed`;
}

function editText({ path, here, release, fate, why }: CopyEdit): string {
  const told = [HERE[here], ...(fate === 'kept' && release === 'untouched' ? [] : [RELEASE[release]])].join('; ');
  return `  ${path}: ${told}${why === undefined ? '' : ` (${why})`}`;
}

/** What to do about edits of the program, where an upgrade waits for a decision. */
export function heldText({ edits, from }: UpgradePlan, command: string): string {
  const count = edits.filter(({ fate }) => fate === 'replaced').length;
  return [
    `Not prepared: ${count === 1 ? '1 file of the program was' : `${count} files of the program were`} changed here. Nothing was changed.`,
    `Look at them: git diff ${from.commit.slice(0, 12)} HEAD -- <file>`,
    'If others need it too, propose it to the program first. If it is how this copy looks or what it says, a setting in registry/ may do it.',
    `To take the release in their place: ${command} --discard-edits --keep-patch ../edits.patch`,
    'They stay in the history, and in the patch: git apply --3way ../edits.patch puts them onto the release.',
  ]
    .map(visible)
    .join('\n');
}

/** The commands that follow, each with the reason where it is not plain. */
export function nextSteps(plan: UpgradePlan, branch: string, into: string | undefined): string[] {
  const { from, to, edits, vocabularies, texts } = plan;
  const migrates = from.dataModel !== undefined && to.dataModel !== undefined && from.dataModel !== to.dataModel;
  const twice = edits.filter(({ fate, release }) => fate === 'kept' && release !== 'untouched');
  const writes = edits.some(({ fate }) => fate === 'written') || vocabularies.length > 0;
  return [
    `git switch ${branch}`,
    `npm ci${from.node !== to.node && to.node !== undefined ? `   # brings Node ${to.node}` : ''}`,
    ...(migrates
      ? [
          `npm run registry -- migrate   # the data model is version ${to.dataModel} now, records here are of ${from.dataModel}; commit what it rewrites`,
        ]
      : []),
    ...(writes ? ['npm run schema && npm run docs   # with the terms of this copy; commit what they write'] : []),
    ...texts.map(
      ({ file, keys }) =>
        `translate ${keys.length === 1 ? '1 new text' : `${keys.length} new texts`} into ${file}   # ${named(keys)}; src/i18n/en.json has them; until then this copy does not build`,
    ),
    ...twice.map(
      ({ path }) =>
        `git diff ${from.commit.slice(0, 12)} ${to.commit.slice(0, 12)} -- ${path}   # yours stayed; take over what it needs`,
    ),
    'npm run registry -- doctor',
    'npm test',
    into === undefined
      ? `git push origin ${branch}   # and a pull request; merge it with a merge commit`
      : `git switch ${into} && git merge --ff-only ${branch}   # or push the branch and open a pull request`,
  ].map(visible);
}

/** What the release has in its registry folder that the copy will miss. */
export function vocabularyText({ vocabularies }: UpgradePlan): string[] {
  if (vocabularies.length === 0) return [];
  return [
    visible(
      `Shared vocabularies that the release has otherwise: ${vocabularies.join(', ')}. They arrive by synchronization: npm run registry -- sync`,
    ),
  ];
}

/** More keys than this in one line help nobody. */
const MOST_NAMED = 4;

function named(keys: readonly string[]): string {
  return keys.slice(0, MOST_NAMED).join(', ') + (keys.length > MOST_NAMED ? ' …' : '');
}
