import { stringify } from 'yaml';
import { roleOf } from '../../registry/files.ts';
import { mapValues } from '../../rules/phrase.ts';
import type { Fix } from '../../rules/rule.ts';
import { RECORD_ID } from '../../schema/primitives.ts';
import { editAddress, fileAddress, recordAddress } from '../addresses.ts';
import { codeBlock, codeSpan, link, sentence } from '../markdown.ts';
import type { PullRequestReport, ReportedIssue } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { fill, fitting } from './text.ts';

/** One finding as an item of a list: place, what is wrong, found and expected, what to do, and what to paste where that is certain. */
export function findingItem(issue: ReportedIssue, report: PullRequestReport, context: CommentContext): string {
  const { t } = context;
  const words = context.findingWords(issue);
  const place = codeSpan(`${issue.file}:${issue.line}`);
  const rows = [
    words.found === undefined ? '' : fill(t, 'bot.found', { found: codeSpan(words.found) }),
    words.expected === undefined ? '' : fill(t, 'bot.expected', { expected: sentence(words.expected) }),
    words.hint === undefined ? '' : fill(t, 'bot.todo', { hint: sentence(words.hint) }),
    ...lookAlikes(issue, report, context),
  ];
  const gone = report.files.some(({ path, status }) => path === issue.file && status === 'deleted');
  const address = fileAddress(context.repository, gone ? report.base : report.head, issue.file, issue.line);
  return [
    `- ${link(place, address)}: ${messageOf(issue, context)}`,
    ...rows.filter((row) => row !== '').map((row) => `  - ${row}`),
    ...suggestion(issue, context),
  ].join('\n');
}

/** The findings of one part of the comment; what has no room is counted. */
export function findingList(
  issues: readonly ReportedIssue[],
  report: PullRequestReport,
  context: CommentContext,
  bytes: number,
): string {
  const { t, logUrl, policy } = context;
  return fitting(
    issues.map((issue) => () => findingItem(issue, report, context)),
    { bytes, items: policy.limits.findings },
    (rest) => `- ${fill(t, 'bot.more', { log: link(t('bot.log'), logUrl) }, { count: rest })}`,
  );
}

/** The files with findings that the contributor may edit in the browser. */
export function editLinks(issues: readonly ReportedIssue[], context: CommentContext): string[] {
  const { repository, head } = context;
  return [...new Set(issues.map(({ file }) => file))].flatMap((file) => {
    const address = editAddress(repository, head, file);
    return address === undefined ? [] : [link(codeSpan(file), address)];
  });
}

/** Marks the places of a finding's values while its message is put into words; private use, so that no word of a language has them. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/**
 * The message with the contributor's words as code. They are the data in the message's values: it is asked for a second time with marks in
 * their place. Where that says something else, the message is shown word by word.
 */
function messageOf(issue: ReportedIssue, { findingWords }: CommentContext): string {
  const whole = findingWords(issue).message;
  const texts: string[] = [];
  const values = mapValues(issue.values ?? {}, (text) => `${OPEN}${texts.push(text) - 1}${CLOSE}`);
  const pieces = findingWords({ ...issue, values }).message.split(MARK);
  const told = pieces.map((piece, index) => (index % 2 === 0 ? piece : (texts[Number(piece)] ?? '')));
  if (told.join('') !== whole) return sentence(whole);
  return told.map((value, index) => (index % 2 === 0 ? spaced(value) : codeSpan(value))).join('');
}

const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** A piece of a sentence, with the spaces at its ends. */
function spaced(piece: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece) ?? [];
  return `${before}${inner === '' ? '' : sentence(inner)}${after}`;
}

/** The records that a new one may be a second time, with their pages: the rule says in which they are alike. */
function lookAlikes(
  { rule, file, values }: ReportedIssue,
  { records, head }: PullRequestReport,
  { t, siteUrl, policy, repository }: CommentContext,
): string[] {
  const ids = rule === 'similar-name' ? String(values?.['ids'] ?? '').split(' ') : [];
  const role = roleOf(file.replace(/^registry\//, ''));
  if (role.type !== 'record') return [];
  const { kind } = role;
  // What comes with the same pull request has no page yet.
  const added = new Map(
    records.filter((one) => one.kind === kind && one.action === 'add').map((one) => [one.id, one.file]),
  );
  const addressOf = (id: string): string | undefined => {
    const path = added.get(id);
    return path === undefined ? recordAddress(siteUrl, t.lang, kind, id) : fileAddress(repository, head, path);
  };
  return ids
    .filter((id) => RECORD_ID.test(id))
    .slice(0, policy.thresholds.lookAlikes)
    .map((id) => fill(t, 'bot.lookAlike', { record: link(codeSpan(id), addressOf(id)) }));
}

/** What to write, where that leaves no choice. */
function suggestion({ fix, path }: ReportedIssue, { t }: CommentContext): string[] {
  const key = path.at(-1);
  if (fix === undefined || key === undefined) return [];
  const text = pasted(fix, key);
  if (text === undefined) return [`  - ${t('bot.delete')}`];
  const lead = 'rename' in fix ? t('bot.rename') : t('bot.paste');
  return [`  - ${lead}`, '', codeBlock(text, 'yaml', '    ')];
}

function pasted(fix: Fix, key: string | number): string | undefined {
  if ('rename' in fix) return `${fix.rename}:`;
  if (!('set' in fix)) return undefined;
  return stringify(typeof key === 'number' ? [fix.set] : { [key]: fix.set }, { lineWidth: 0 });
}
