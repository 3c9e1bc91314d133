import type { Translator } from '../i18n/t.ts';
import type { Issue, Severity } from '../rules/rule.ts';
import { visible } from '../schema/visible.ts';
import type { FindingWords } from './comment/context.ts';
import { verdictOf } from './comment/verdict.ts';
import { cut } from './markdown.ts';
import type { PullRequestReport, ReportedIssue } from './pull-request-report.ts';

/** The name under which the verdict stands at a commit. */
export const STATUS_CONTEXT = 'registry/validate';
/** https://docs.github.com/rest/commits/statuses: the description has at most 140 characters. */
const MAX_DESCRIPTION = 140;

/** A commit status, in the words of the host's interface. `error`: our service failed. */
export interface CommitStatus {
  readonly context: typeof STATUS_CONTEXT;
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  readonly description: string;
  /** Web page with the findings: the comment, or the run. */
  readonly target_url?: string;
}

export interface StatusContext {
  readonly t: Translator;
  readonly targetUrl?: string;
}

/** The status of a commit: of its report, or `pending` while there is none, or `failure` where ours failed. */
export function commitStatus(outcome: PullRequestReport | 'pending' | 'failure', context: StatusContext): CommitStatus {
  const { t, targetUrl } = context;
  const [state, text] =
    outcome === 'pending'
      ? (['pending', t('bot.status.pending')] as const)
      : outcome === 'failure'
        ? (['error', t('bot.verdict.failure')] as const)
        : ([outcome.passed && outcome.scope !== 'mixed' ? 'success' : 'failure', verdictOf(outcome, [], t)] as const);
  return {
    context: STATUS_CONTEXT,
    state,
    description: cut(text, MAX_DESCRIPTION - 1),
    ...(targetUrl === undefined ? {} : { target_url: targetUrl }),
  };
}

/** A note on a line, as the host's check runs take it: https://docs.github.com/rest/checks/runs */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const LEVELS: Readonly<Record<Severity, Annotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  info: 'notice',
};

/** Findings as notes on lines, in words of a language; plain text, which the host does not read as Markdown. Send at most 50 at once. */
export function annotationsOf(
  issues: readonly ReportedIssue[],
  findingWords: (issue: Issue) => FindingWords,
): Annotation[] {
  return issues.map((issue) => {
    const { message, expected, hint } = findingWords(issue);
    const lines = [message, expected, hint].filter((text) => text !== undefined).map((text) => cut(visible(text), 500));
    return {
      path: issue.file,
      start_line: issue.line,
      end_line: issue.line,
      annotation_level: LEVELS[issue.severity],
      title: issue.rule,
      message: lines.join('\n'),
    };
  });
}
