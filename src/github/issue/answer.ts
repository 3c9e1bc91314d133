import { KINDS, type Kind } from '../../schema/kinds.ts';
import type { CommentContext } from '../comment/context.ts';
import { findingItem } from '../comment/findings.ts';
import { fill, fitting } from '../comment/text.ts';
import { codeSpan, link } from '../markdown.ts';
import type { PullRequestReport } from '../pull-request-report.ts';
import { PROJECT_QUESTIONS } from './project-questions.ts';

/** What became of an issue that a maintainer has let the bot make a pull request of. */
export type IssueOutcome =
  | { readonly state: 'opened' | 'touched'; readonly pull: PullLink }
  | { readonly state: 'faulty'; readonly report: PullRequestReport; readonly pull?: PullLink }
  | { readonly state: 'place'; readonly found: string }
  | { readonly state: 'failure'; readonly pull?: PullLink }
  | { readonly state: 'no-form' | 'suggestion' | 'unchanged' };

/** A pull request of this repository. */
export interface PullLink {
  readonly number: number;
  readonly url: string;
}

/** Invisible first line, by which the bot finds its answer again. */
const MARKER = '<!-- public-square:issue-answer -->';
/** Of the 65,536 that a host takes. */
const FINDINGS_BYTES = 40_000;

/** Whether a comment is the one answer to an issue, which is written again and not repeated. */
export function isAnswer(body: string): boolean {
  return body.startsWith(MARKER);
}

/** The bot’s one answer in an issue, as Markdown. Words of others stand in code only. */
export function answerOf(outcome: IssueOutcome, context: CommentContext): string {
  const { t } = context;
  const { title, parts, next } = content(outcome, context);
  const steps = [...next, t('bot.next.ask')].map((step) => `- ${step}`).join('\n');
  return `${[MARKER, `## ${title}`, ...parts, `### ${t('bot.next')}`, steps].join('\n\n')}\n`;
}

interface Content {
  readonly title: string;
  readonly parts: readonly string[];
  readonly next: readonly string[];
}

function content(outcome: IssueOutcome, context: CommentContext): Content {
  const { t, repository, siteUrl } = context;
  switch (outcome.state) {
    case 'opened':
      return {
        title: t('botIssue.opened'),
        parts: [withPull('botIssue.openedText', outcome.pull)],
        next: [t('botIssue.edit')],
      };
    case 'touched':
      return { title: t('botIssue.touched'), parts: [withPull('botIssue.touchedText', outcome.pull)], next: [] };
    case 'faulty':
      return {
        title: t('botIssue.faulty'),
        parts: [t('botIssue.faultyText'), faultsOf(outcome.report, context)],
        next: [t('botIssue.mend'), ...standing(outcome.pull)],
      };
    case 'place': {
      const slots = {
        found: codeSpan(outcome.found),
        places: placesOf()
          .map((place) => codeSpan(place))
          .join(t('punctuation.listSeparator')),
      };
      return { title: t('botIssue.place'), parts: [fill(t, 'botIssue.placeText', slots)], next: [t('botIssue.mend')] };
    }
    case 'no-form':
      return {
        title: t('botIssue.noForm'),
        parts: [
          fill(t, 'botIssue.noFormText', { forms: link(t('botIssue.forms'), `${repository}/issues/new/choose`) }),
        ],
        next: [],
      };
    case 'suggestion': {
      const form = link(
        t('botIssue.form'),
        siteUrl === undefined ? `${repository}/issues/new/choose` : `${siteUrl}${t.lang}/contribute/`,
      );
      return {
        title: t('botIssue.suggestion'),
        parts: [fill(t, 'botIssue.suggestionText', { facts: missingFacts(context) })],
        next: [fill(t, 'botIssue.suggestionNext', { form })],
      };
    }
    case 'unchanged':
      return { title: t('botIssue.unchanged'), parts: [t('botIssue.unchangedText')], next: [t('botIssue.mend')] };
    case 'failure':
      return {
        title: t('bot.verdict.failure'),
        parts: [t('bot.failure')],
        next: [t('botIssue.again'), ...standing(outcome.pull)],
      };
  }

  function standing(pull: PullLink | undefined): string[] {
    return pull === undefined ? [] : [withPull('botIssue.standing', pull)];
  }

  function withPull(
    key: 'botIssue.openedText' | 'botIssue.touchedText' | 'botIssue.standing',
    { number, url }: PullLink,
  ): string {
    return fill(t, key, { pull: link(`#${number}`, url) });
  }
}

/** Everything grave about the record. Its file is at no host yet: places are told, not linked. */
function faultsOf(report: PullRequestReport, context: CommentContext): string {
  const faults = report.issues.filter(({ severity }) => severity === 'error');
  return fitting(
    faults.map((issue) => findingItem(issue, report, { ...context, repository: '' })),
    { bytes: FINDINGS_BYTES, items: context.policy.limits.findings },
    (count) => `- ${fill(context.t, 'bot.more', { log: link(context.t('bot.log'), context.logUrl) }, { count })}`,
  );
}

function placesOf(): string[] {
  return Object.values(KINDS).map(
    ({ folder, ending }: (typeof KINDS)[Kind]) => `registry/${folder}/zone/name.${ending}`,
  );
}

/** What a project needs, in the words of the data model. */
function missingFacts({ t, strings }: CommentContext): string {
  return PROJECT_QUESTIONS.filter(({ required }) => required)
    .map(({ path }) => String(strings[`schema.project.${path.join('.')}.title`]))
    .join(t('punctuation.listSeparator'));
}
