/** The parts of a workflow, or of a composite action, that the checks look at. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const PINNED = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40}$/;
const VERSION_COMMENT = /^# v\d+\.\d+\.\d+$/;

/**
 * Actions of others that are not pinned by a full commit SHA with the version in a comment. A tag can be moved to other code, a commit cannot;
 * the comment tells people, and the update bot, which version it is. Takes the text, for a parser drops the comment.
 */
export function unpinnedActions(text: string): string[] {
  return [...text.matchAll(/^\s*(?:- )?uses:\s*(\S+)[ \t]*(.*)$/gm)]
    .filter(
      ([, action = '', comment = '']) =>
        !action.startsWith('./') && !(PINNED.test(action) && VERSION_COMMENT.test(comment.trim())),
    )
    .map(([, action = '']) => action);
}

/** Where a workflow grants more than it names: `permissions: {}` on top, and a list of scopes in each job. */
export function loosePermissions(workflow: Workflow): string[] {
  const top = isEmptyObject(workflow.permissions) ? [] : ['workflow'];
  const jobs = Object.entries(workflow.jobs).filter(
    ([, job]) => typeof job.permissions !== 'object' || job.permissions === null,
  );
  return [...top, ...jobs.map(([name]) => name)];
}

/** Jobs that could hang for the host's six hours. */
export function jobsWithoutTimeout(workflow: Workflow): string[] {
  return Object.entries(workflow.jobs)
    .filter(([, job]) => !Number.isInteger(job['timeout-minutes']))
    .map(([name]) => name);
}

/**
 * Scripts with a `${{ }}` expression inside. The host pastes its value into the script before the shell reads it, so a branch name or a title
 * could be code. No expression at all is simpler to hold to than a list of the dangerous ones: values go through `env`.
 */
export function scriptsWithExpressions(steps: readonly Step[]): string[] {
  return steps
    .flatMap((step) => [step.run, step.with?.script])
    .filter((script): script is string => typeof script === 'string' && script.includes('${{'));
}

/** Steps of publishing jobs that could run code of the repository: scripts, checkouts, the repository's own actions. */
export function codeInPublishingJobs(workflow: Workflow): string[] {
  return Object.values(workflow.jobs)
    .filter(publishes)
    .flatMap((job) => job.steps ?? [])
    .filter((step) => step.run !== undefined || /^(?:\.\/|actions\/checkout@)/.test(step.uses ?? ''))
    .map((step) => step.run ?? step.uses ?? '');
}

/**
 * Steps that restore a cache. What is tested and built here is what gets published, and a cache is a way for one run to slip files into
 * another. `actions/setup-node` caches unasked unless it is told not to.
 */
export function cachingSteps(steps: readonly Step[]): string[] {
  return steps
    .filter(({ uses = '', with: inputs = {} }) => {
      if (uses.startsWith('actions/cache')) return true;
      if ('cache' in inputs) return true;
      return uses.startsWith('actions/setup-node@') && inputs['package-manager-cache'] !== false;
    })
    .map((step) => step.uses ?? '');
}

/** Checkouts that leave the token on disk, where the tests of a pull request could read it. */
export function checkoutsKeepingCredentials(steps: readonly Step[]): string[] {
  return steps
    .filter((step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
    .map((step) => step.uses ?? '');
}

/** What strangers start, by proposing something, and which has a token that may write: the commits in question are theirs. */
const PRIVILEGED = ['pull_request_target', 'issues', 'issue_comment', 'workflow_run', 'schedule', 'workflow_dispatch'];
const BOT = /^npm run bot:[a-z-]+$/;
/** None of these is anybody's words: numbers, and the token itself. */
const PLAIN_VALUES = ['github.token', 'github.event.pull_request.number', 'github.event.issue.number'];

/**
 * Steps by which a bot's job could run, or hand its token to, what somebody proposed. It checks out the main branch, whatever the event names,
 * sets up, and runs one bot of the program; values from the event are numbers, and come by the environment.
 */
export function looseBotSteps(workflow: Workflow): string[] {
  const privileged = eventsOf(workflow).some((event) => PRIVILEGED.includes(event));
  return Object.values(workflow.jobs)
    .filter((job) => (privileged && !publishes(job)) || writesContents(job))
    .flatMap((job) => job.steps ?? [])
    .filter((step) => !isBotStep(step))
    .map((step) => step.run ?? step.uses ?? '');
}

function isBotStep({ uses, run, with: inputs = {}, env = {} }: Step): boolean {
  const known = Object.values(env).every((value) => {
    const expressions = [...String(value).matchAll(/\$\{\{(.*?)\}\}/g)].map(([, inner = '']) => inner.trim());
    return expressions.every((expression) => PLAIN_VALUES.includes(expression));
  });
  if (!known) return false;
  if (run !== undefined) return BOT.test(run);
  if (uses === './.github/actions/setup') return true;
  // `ref` and `repository` name another commit than the main branch's.
  const allowed = ['persist-credentials', 'fetch-depth'];
  return uses?.startsWith('actions/checkout@') === true && Object.keys(inputs).every((name) => allowed.includes(name));
}

/** Checkouts of another commit than the one that the event stands for: a way to the head of a pull request. */
export function checkoutsElsewhere(steps: readonly Step[]): string[] {
  return steps
    .filter(
      ({ uses = '', with: inputs = {} }) =>
        uses.startsWith('actions/checkout@') && ('ref' in inputs || 'repository' in inputs),
    )
    .map(({ with: inputs = {} }) => String(inputs['ref'] ?? inputs['repository']));
}

/** Where code of a pull request could meet a secret or a token that writes: workflows on `pull_request` run what is proposed. */
export function powerBesideProposals(workflow: Workflow): string[] {
  if (!eventsOf(workflow).includes('pull_request')) return [];
  return Object.entries(workflow.jobs).flatMap(([name, job]) => {
    const scopes = Object.entries((job.permissions ?? {}) as Record<string, unknown>);
    const writes = scopes.filter(([, level]) => level === 'write').map(([scope]) => `${name}: ${scope}`);
    const tells = /\bsecrets\b|\bgithub\.token\b|\bGITHUB_TOKEN\b/.test(JSON.stringify(job))
      ? [`${name}: a token`]
      : [];
    return [...writes, ...tells];
  });
}

function eventsOf({ on }: Workflow): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}) as object);
}

function writesContents({ permissions }: Job): boolean {
  return ((permissions ?? {}) as Record<string, unknown>).contents === 'write';
}

/** Whether a job may write to the static host or prove an identity to it. */
function publishes(job: Job): boolean {
  const scopes = (job.permissions ?? {}) as Record<string, unknown>;
  return scopes.pages === 'write' || scopes['id-token'] === 'write';
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
