import { asking, unless } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';

export interface LabelLook {
  readonly colour: string;
  readonly description: string;
}

export interface LabelWork {
  readonly issue: number;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** How a label looks that the repository does not have yet. */
  readonly lookOf: (label: string) => LabelLook | undefined;
}

/** Adds and removes labels; those that the repository lacks are made first. Nothing happens where nothing is to be done. */
export async function setLabels(host: Host, { issue, add, remove, lookOf }: LabelWork): Promise<void> {
  const { octokit, at } = host;
  await asking(`labelling ${issue}`, async () => {
    if (add.length > 0) {
      await makeLabels(host, add, lookOf);
      await octokit.rest.issues.addLabels({ ...at, issue_number: issue, labels: [...add] });
    }
    for (const name of remove)
      await octokit.rest.issues.removeLabel({ ...at, issue_number: issue, name }).catch(unless(404));
  });
}

async function makeLabels({ octokit, at }: Host, names: readonly string[], lookOf: LabelWork['lookOf']): Promise<void> {
  const all = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, { ...at, per_page: 100 });
  const there = new Set(all.map(({ name }) => name.toLowerCase()));
  for (const name of names.filter((each) => !there.has(each.toLowerCase()))) {
    const { colour, description } = lookOf(name) ?? { colour: 'ededed', description: '' };
    // Another run may have been quicker.
    await octokit.rest.issues.createLabel({ ...at, name, color: colour, description }).catch(unless(422));
  }
}
