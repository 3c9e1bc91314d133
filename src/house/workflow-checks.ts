/** The parts of a workflow, or of a composite action, that the checks look at. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
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

/** Whether a job may write to the static host or prove an identity to it. */
function publishes(job: Job): boolean {
  const scopes = (job.permissions ?? {}) as Record<string, unknown>;
  return scopes.pages === 'write' || scopes['id-token'] === 'write' || scopes.contents === 'write';
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
