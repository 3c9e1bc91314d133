import { describe, expect, test } from 'vitest';
import { AUTOMERGE_REASONS, type AutomergeInput, type AutomergeReason, automergeDecision } from './automerge.ts';
import { shippedPolicy } from './fixtures/context.ts';
import { added, edited, FILE, HEAD, issue, report } from './fixtures/reports.ts';
import type { PullRequestReport, RecordChange } from './pull-request-report.ts';

const shipped = shippedPolicy();
const policy = { ...shipped, automerge: { ...shipped.automerge, enabled: true } };
const record = edited({ changes: [{ path: ['demo'], after: 'https://demo.example.org/' }] });
const base = report({ records: [record] });

/** A pull request that is merged without a person. */
const good: AutomergeInput = {
  report: base,
  policy,
  reviewers: { schemaVersion: 1, maintainers: { 'projects/int/letter-post': ['Maker'] } },
  author: 'maker',
  headOwner: 'Maker',
  forMain: true,
  headSha: HEAD,
  draft: false,
  mergeable: true,
  labels: ['ready for review'],
  comments: [],
  reviews: [],
  checks: [{ name: 'registry/validate', passed: true }],
  pushedAt: '2026-11-20T10:00:00Z',
  proposedAt: '2026-11-20T09:59:00Z',
  now: '2026-11-23T10:00:00Z',
};

const withRecord = (change: Partial<RecordChange>, more: Partial<PullRequestReport> = {}) => ({
  report: { ...base, records: [{ ...record, ...change }], ...more },
});
const change = (...path: string[]) => withRecord({ changes: [{ path, after: 'x' }] });
const finding = (rule: string, code: string) =>
  issue({ rule, code, file: FILE, values: { field: 'a', name: 'a', others: 'b', on: '2025-01-01', months: 20 } }, 1);
const said = (body: string, author = 'somebody', trusted = false, at = '2026-11-21T10:00:00Z') => ({
  author,
  body,
  at,
  trusted,
});
const review = (
  state: 'approved' | 'changes-requested' | 'commented' | 'dismissed',
  at: string,
  author = 'reader',
) => ({ author, state, at });

const REFUSED: readonly (readonly [what: string, reason: AutomergeReason, change: Partial<AutomergeInput>])[] = [
  ['the policy as it is shipped', 'disabled', { policy: shipped }],
  ['a vocabulary', 'scope', { report: { ...base, scope: 'vocabularies' } }],
  ['who may do what', 'scope', { report: { ...base, scope: 'settings' } }],
  ['code beside it', 'scope', { report: { ...base, scope: 'mixed' } }],
  [
    'two files',
    'files',
    { report: { ...base, files: [...base.files, { path: 'registry/x.yaml', status: 'modified' }] } },
  ],
  [
    'a file that is no record’s',
    'files',
    { report: { ...base, files: [{ path: 'registry/x.yaml', status: 'modified' }] } },
  ],
  ['a file that is new', 'files', { report: { ...base, files: [{ path: FILE, status: 'added' }] } }],
  ['a file that became a link', 'files', { report: { ...base, files: [{ path: FILE, status: 'type-changed' }] } }],
  ['no file', 'files', { report: { ...base, files: [], records: [] } }],
  ['two records in a file', 'files', { report: { ...base, records: [record, added()] } }],
  ['a new record', 'action', withRecord({ action: 'add' })],
  ['a rename', 'action', withRecord({ action: 'rename' })],
  ['an end', 'action', withRecord({ action: 'end' })],
  ['a tombstone', 'action', withRecord({ action: 'entomb' })],
  ['a removal', 'action', withRecord({ action: 'remove' })],
  ['a text', 'text', withRecord({ kind: 'note' })],
  ['nothing that readers see', 'unchanged', withRecord({ changes: [] })],
  ['somebody else', 'maintainer', { author: 'somebody' }],
  [
    'a maintainer of another record',
    'maintainer',
    { reviewers: { schemaVersion: 1, maintainers: { 'projects/int/x': ['maker'] } } },
  ],
  ['a reviewer of the zone', 'maintainer', { reviewers: { schemaVersion: 1, zones: { int: ['maker'] } } }],
  ['another owner', 'sensitive', change('owner')],
  ['another repository', 'sensitive', change('repository')],
  ['another licence', 'sensitive', change('license')],
  ['something below a sensitive field', 'sensitive', change('extensions', 'ca', 'x')],
  ['former ids', 'sensitive', change('formerIds', '0')],
  ['an end in a field', 'sensitive', change('ended', 'date')],
  ['an error', 'finding', { report: { ...base, passed: false, issues: [finding('missing-field', 'missing')] } }],
  ['a warning', 'finding', { report: { ...base, issues: [finding('similar-name', 'similar')] } }],
  ['a note', 'finding', { report: { ...base, issues: [finding('check-due', 'due')] } }],
  ['no verdict', 'finding', { report: { ...base, passed: false } }],
  ['a head that was not checked', 'head', { headSha: 'a'.repeat(40) }],
  ['a draft', 'draft', { draft: true }],
  ['the label', 'held', { labels: ['Hold'] }],
  ['a comment by anybody', 'held', { comments: [said('Wait.\r\n/hold\r\n')] }],
  [
    'a hold that somebody else would end',
    'held',
    { comments: [said('/hold'), said('/unhold', 'maker', false, '2026-11-22T10:00:00Z')] },
  ],
  [
    'a hold after the release',
    'held',
    { comments: [said('/hold', 'a', false, '2026-11-22T10:00:00Z'), said('/unhold', 'a')] },
  ],
  ['a review that asks for changes', 'objection', { reviews: [review('changes-requested', '2026-11-21T10:00:00Z')] }],
  [
    'an objection, and a comment after it',
    'objection',
    { reviews: [review('commented', '2026-11-22T10:00:00Z'), review('changes-requested', '2026-11-21T10:00:00Z')] },
  ],
  [
    'an objection, and somebody else’s approval',
    'objection',
    {
      reviews: [
        review('changes-requested', '2026-11-21T10:00:00Z'),
        review('approved', '2026-11-22T10:00:00Z', 'maker'),
      ],
    },
  ],
  ['a conflict', 'conflict', { mergeable: false }],
  ['a conflict that the host does not know of yet', 'conflict', { mergeable: undefined }],
  ['a check that failed', 'checks', { checks: [...good.checks, { name: 'test', passed: false }] }],
  ['no status of ours', 'checks', { checks: [{ name: 'test', passed: true }] }],
  ['a head in a repository of somebody else', 'branch', { headOwner: 'somebody' }],
  ['a head whose repository is gone', 'branch', { headOwner: '' }],
  ['another branch as its target', 'target', { forMain: false }],
  ['a proposal in the future', 'time', { proposedAt: '2026-11-24T10:00:00Z' }],
  ['no time of its opening', 'time', { proposedAt: '' }],
  ['what was opened again a minute too late', 'waiting', { proposedAt: '2026-11-20T10:01:00Z' }],
  ['a push in the future', 'time', { pushedAt: '2026-11-24T10:00:00Z' }],
  ['no time at all', 'time', { pushedAt: '' }],
  ['a push a minute too late', 'waiting', { pushedAt: '2026-11-20T10:01:00Z' }],
];

describe('a pull request is merged without a person', () => {
  test('where every condition holds, at the head that was checked', () => {
    expect(automergeDecision(good)).toEqual({ merge: true, sha: HEAD });
  });
  test.each([
    [
      'a hold that its author ended',
      { comments: [said('/hold'), said('/unhold', 'Somebody', false, '2026-11-22T10:00:00Z')] },
    ],
    [
      'a hold that a maintainer of the registry ended',
      { comments: [said('/hold'), said('/unhold', 'x', true, '2026-11-22T10:00:00Z')] },
    ],
    ['words about holding', { comments: [said('Write `/hold` to pause, I say /hold')] }],
    [
      'an objection that was taken back',
      { reviews: [review('changes-requested', '2026-11-21T10:00:00Z'), review('approved', '2026-11-22T10:00:00Z')] },
    ],
    [
      'an objection that was dismissed',
      { reviews: [review('changes-requested', '2026-11-21T10:00:00Z'), review('dismissed', '2026-11-22T10:00:00Z')] },
    ],
  ] as const)('after %s', (_, more) => {
    expect(automergeDecision({ ...good, ...more })).toEqual({ merge: true, sha: HEAD });
  });
});

describe('any one condition refuses it', () => {
  test.each(REFUSED)('%s: %s', (_, reason, more) => {
    expect(automergeDecision({ ...good, ...more })).toMatchObject({ merge: false, reason });
  });
  test('each reason is tried', () => {
    expect([...new Set(REFUSED.map(([, reason]) => reason))].sort()).toEqual([...AUTOMERGE_REASONS].sort());
  });
  test('who only has to wait is told until when', () => {
    expect(automergeDecision({ ...good, now: '2026-11-20T11:00:00Z' })).toEqual({
      merge: false,
      reason: 'waiting',
      until: '2026-11-23T10:00:00.000Z',
    });
  });
});
