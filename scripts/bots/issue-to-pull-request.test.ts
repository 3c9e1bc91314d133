import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readIssueForm } from '../../src/github/issue/issue-form.ts';
import { SERVER_ERROR } from '../dev-github/faults.ts';
import { createBench, FILES, project } from './fixtures/bench.ts';
import { issueToPullRequest } from './issue-to-pull-request.ts';

const bench = await createBench();
const { github } = bench;
const { people, state } = github;
people.permit('lena', 'maintain');
people.permit('theo', 'triage');
afterAll(() => bench.close());
beforeEach(() => {
  github.mend();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const LABEL = 'make pull request';
const PARCELS = 'registry/projects/int/parcels.yaml';
const form = (record: string, file = PARCELS, language = 'fr') =>
  `### File · Fichier\n\n${file}\n\n### Language · Langue\n\n${language}\n\n### Record · Fiche\n\n\`\`\`yaml\n${record}\n\`\`\`\n`;
const open = (body: string) => people.openIssue({ by: 'marie', title: 'Add: parcels', body });
const make = (issue: number) => bench.run((run) => issueToPullRequest(run, issue));
const answers = (issue: number) => state.comments.filter((each) => each.issue === issue);
const pulls = (issue: number) => [...state.issues.values()].filter(({ pull }) => pull?.headBranch === `issue-${issue}`);
const fileAt = (commit: string, path: string) => {
  const entry = state.git.entry(commit, path);
  return entry === undefined ? undefined : state.git.read(entry.sha).toString();
};
const headOf = (issue: number) => pulls(issue).at(-1)?.pull?.headSha ?? '';

async function allowed(body: string): Promise<number> {
  const issue = open(body);
  people.label(issue, LABEL, 'lena');
  expect((await make(issue)).code).toBe(0);
  return issue;
}

describe('an issue', () => {
  test('becomes a pull request whose record passes; a second edit updates the same one, and the answer stays one', async () => {
    const issue = await allowed(form(project('Parcels')));
    const [pull, ...more] = pulls(issue);
    expect(more).toEqual([]);
    expect(pull).toMatchObject({
      title: 'Add int/parcels',
      labels: expect.arrayContaining(['from issue', 'ready for review']),
    });
    expect(pull?.body).toContain(`Closes #${issue}`);
    const commit = state.git.commitData(headOf(issue));
    const { id } = state.accounts.get('marie') ?? {};
    expect(commit.message.trim()).toBe(
      `Add int/parcels\n\nCo-authored-by: marie <${id}+marie@users.noreply.github.com>`,
    );
    expect(commit.parents).toEqual([state.git.resolve('refs/heads/main')]);
    expect(state.git.changes(commit.parents[0] ?? '', commit.sha).map(({ path }) => path)).toEqual([PARCELS]);
    expect(fileAt(commit.sha, PARCELS)).toBe(project('Parcels'));
    const verdict = state.statuses.filter(({ sha }) => sha === commit.sha).at(-1);
    expect(verdict?.state).toBe('success');
    expect(answers(issue)).toHaveLength(1);
    expect(answers(issue)[0]?.body).toContain(`Merci. [#${pull?.number}](`);

    people.editIssue(issue, form(project('Parcels', 'license: MIT\n')));
    expect((await make(issue)).code).toBe(0);
    expect(pulls(issue)).toHaveLength(1);
    expect(fileAt(headOf(issue), PARCELS)).toContain('license: MIT');
    expect(state.git.count('refs/heads/main', headOf(issue))).toBe(1);
    expect(answers(issue)).toHaveLength(1);
  });

  test('delivered twice, at once and again, has one pull request, one commit and one answer', async () => {
    const issue = open(form(project('Parcels')));
    people.label(issue, LABEL, 'lena');
    await Promise.all([make(issue), make(issue)]);
    const head = headOf(issue);
    expect((await make(issue)).code).toBe(0);
    expect(pulls(issue)).toHaveLength(1);
    expect(headOf(issue)).toBe(head);
    expect(answers(issue)).toHaveLength(1);
  });

  test('whose record has faults is told which, in its language, and is read again', async () => {
    const issue = await allowed(form(project('Parcels').replace('status: stable', 'status: stabel')));
    expect(pulls(issue)).toEqual([]);
    expect(answers(issue)[0]?.body).toContain('## Un point est d’abord à corriger');
    expect(answers(issue)[0]?.body).toContain('`stabel`');
    expect(answers(issue)[0]?.body).not.toMatch(/\]\(\/|blob/);
    expect(state.issues.get(issue)?.labels).toContain('needs information');

    people.editIssue(issue, form(project('Parcels')));
    await make(issue);
    expect(pulls(issue)).toHaveLength(1);
    expect(answers(issue)).toHaveLength(1);
    expect(state.issues.get(issue)?.labels).not.toContain('needs information');
  });

  test('of the form with questions becomes one, too', async () => {
    const facts: Record<string, string> = {
      id: 'int/tickets',
      language: 'en',
      name: 'Tickets',
      summary: 'Sells tickets for public transport',
      type: 'service · Service',
      status: 'beta · Beta · Bêta',
      functions: 'notifications · Notifications',
      owner: 'int/office',
      website: 'https://tickets.example.org/',
    };
    const { fields } = readIssueForm('add-project', FILES['.github/ISSUE_TEMPLATE/add-project.yml'] ?? '');
    const issue = await allowed(
      fields.map(({ id, label }) => `### ${label}\n\n${facts[id] ?? '_No response_'}\n`).join('\n'),
    );
    expect(fileAt(headOf(issue), 'registry/projects/int/tickets.yaml')).toContain('status: beta');
    expect(answers(issue)[0]?.body).toContain('Your record is now a pull request');
  });

  test('that corrects a record changes that file', async () => {
    const issue = await allowed(
      form(project('Letter Post', 'license: MIT\n'), 'registry/projects/int/letter-post.yaml'),
    );
    expect(pulls(issue)[0]?.title).toBe('Correct int/letter-post');
  });

  test.each([
    ['a place that is none', form(project('Parcels'), '.github/workflows/ci.yml'), 'no place|pas la place'],
    ['the registry’s settings', form('id: x', 'registry/registry.yaml'), 'no place|pas la place'],
    ['no form', 'Please add parcels', 'No record can be read'],
    [
      'a suggestion',
      '### Name · Nom\n\nParcels\n\n### Where can one see it? · Où peut-on le voir ?\n\nhttps://parcels.example.org/\n',
      'It is not a record yet',
    ],
    [
      'what stands already',
      form(project('Letter Post'), 'registry/projects/int/letter-post.yaml'),
      'déjà exactement cela',
    ],
  ])('with %s is answered, and writes nothing', async (_, body, told) => {
    const issue = await allowed(body);
    expect(pulls(issue)).toEqual([]);
    expect(state.git.resolve(`refs/heads/issue-${issue}`)).toBeUndefined();
    expect(answers(issue).map((answer) => answer.body)).toEqual([expect.stringMatching(told)]);
  });
});

describe('nothing is done', () => {
  test.each([
    ['without the label', () => {}],
    ['where a stranger set it', (issue: number) => people.label(issue, LABEL, 'marie')],
    ['where somebody set it who may only sort', (issue: number) => people.label(issue, LABEL, 'theo')],
    [
      'where a maintainer took it away and a stranger set it again',
      (issue: number) => {
        people.label(issue, LABEL, 'lena');
        people.unlabel(issue, LABEL, 'lena');
        people.label(issue, LABEL, 'marie');
      },
    ],
    [
      'where it is closed',
      (issue: number) => {
        people.label(issue, LABEL, 'lena');
        people.close(issue);
      },
    ],
  ])('%s', async (_, prepare) => {
    const issue = open(form(project('Parcels')));
    prepare(issue);
    const written = github.requests.length;
    expect((await make(issue)).code).toBe(0);
    expect(answers(issue)).toEqual([]);
    expect(pulls(issue)).toEqual([]);
    expect(github.requests.slice(written).every(({ operation }) => /get|list/.test(operation))).toBe(true);
  });

  test('to a branch on which others have worked: their commit stays', async () => {
    const issue = await allowed(form(project('Parcels')));
    const theirs = people.commit({
      by: 'lena',
      files: { [PARCELS]: project('Parcels', 'license: MIT\n') },
      parent: headOf(issue),
    });
    state.git.setRef(`refs/heads/issue-${issue}`, theirs);
    people.editIssue(issue, form(project('Parcels', 'license: EUPL-1.2\n')));
    await make(issue);
    expect(state.git.resolve(`refs/heads/issue-${issue}`)).toBe(theirs);
    expect(answers(issue)[0]?.body).toContain('D’autres ont travaillé');
  });

  test('where a person closed the pull request, until the label is set again', async () => {
    const issue = await allowed(form(project('Parcels')));
    people.close(pulls(issue)[0]?.number ?? 0);
    people.editIssue(issue, form(project('Parcels', 'license: MIT\n')));
    await make(issue);
    expect(pulls(issue)).toHaveLength(1);
  });
});

describe('a failure of ours', () => {
  test('is told in the issue, ends with 2, and gives way to the next run', async () => {
    const issue = open(form(project('Parcels')));
    people.label(issue, LABEL, 'lena');
    github.fail({ operation: 'git/create-commit', mishap: SERVER_ERROR });
    expect((await make(issue)).code).toBe(2);
    expect(answers(issue)[0]?.body).toContain('Notre vérification a échoué');
    github.mend();
    expect((await make(issue)).code).toBe(0);
    expect(answers(issue)).toHaveLength(1);
    expect(pulls(issue)).toHaveLength(1);
  });

  test('where workflows may open no pull requests names the setting', async () => {
    state.botsMayOpenPulls = false;
    const issue = open(form(project('Parcels')));
    people.label(issue, LABEL, 'lena');
    expect((await make(issue)).code).toBe(2);
    expect(vi.mocked(console.error).mock.calls.flat().join('\n')).toContain('Settings, Actions, General');
    state.botsMayOpenPulls = true;
  });

  test('at the first request leaves everything as it was', async () => {
    const issue = open(form(project('Parcels')));
    people.label(issue, LABEL, 'lena');
    github.fail({ mishap: SERVER_ERROR });
    expect((await make(issue)).code).toBe(2);
    expect(answers(issue)).toEqual([]);
  });
});

test('every request and answer was as GitHub describes', () => {
  expect(github.violations).toEqual([]);
});
