import { describe, expect, test } from 'vitest';
import { sampleContext, shippedPolicy } from './fixtures/context.ts';
import { queueMarkdown, queueReport } from './queue.ts';
import { STALE_MARKER, staleComment, staleDecision } from './stale.ts';
import { type OpenItem, waitsFor } from './waiting.ts';

const policy = shippedPolicy();
const NOW = '2026-11-25T12:00:00Z';
const ago = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

/** A pull request whose author was told what to mend. */
const item = (parts: Partial<OpenItem> = {}): OpenItem => ({
  type: 'pull-request',
  number: 7,
  title: 'Add int/letter-post',
  author: 'somebody',
  labels: ['needs changes', 'zone: int'],
  draft: false,
  createdAt: ago(40),
  authorActiveAt: ago(40),
  answeredAt: ago(40),
  ...parts,
});

describe('whose turn it is', () => {
  test.each<[string, Partial<OpenItem>, 'author' | 'us']>([
    ['something is to be mended', {}, 'author'],
    ['the author has asked since', { authorActiveAt: ago(3) }, 'us'],
    ['we have answered since', { authorActiveAt: ago(3), answeredAt: ago(2) }, 'author'],
    ['nobody of us has said a word', { answeredAt: undefined as never }, 'us'],
    ['the checks passed', { labels: ['ready for review'] }, 'us'],
    ['an issue lacks facts', { type: 'issue', labels: ['Needs information'] }, 'author'],
    ['a draft', { draft: true, labels: [] }, 'author'],
    ['a plain issue', { type: 'issue', labels: [] }, 'us'],
  ])('%s', (_, parts, turn) => {
    expect(waitsFor(item(parts))).toBe(turn);
  });
});

describe('what has been forgotten', () => {
  const { reminderDays, closeDays } = policy.stale.pullRequests;
  const idle = (days: number, parts: Partial<OpenItem> = {}) =>
    item({ authorActiveAt: ago(days), answeredAt: ago(days), ...parts });
  const reminded = ['needs changes', 'stale'];
  test.each<[string, OpenItem, string]>([
    ['is left alone at first', idle(reminderDays - 1), 'none'],
    ['is reminded of', idle(reminderDays), 'remind'],
    [
      'is not reminded of again',
      idle(closeDays - 1, { labels: reminded, remindedAt: ago(closeDays - reminderDays - 1) }),
      'none',
    ],
    ['is closed', idle(closeDays, { labels: reminded, remindedAt: ago(closeDays - reminderDays) }), 'close'],
    ['is never closed without a reminder', idle(900), 'remind'],
    ['is never closed soon after the reminder', idle(900, { labels: reminded, remindedAt: ago(1) }), 'none'],
    [
      'wakes when its author is back',
      item({ labels: reminded, remindedAt: ago(5), authorActiveAt: ago(1), answeredAt: ago(0) }),
      'wake',
    ],
    ['wakes when it is our turn', item({ labels: ['ready for review', 'stale'], remindedAt: ago(5) }), 'wake'],
    [
      'is ours: never reminded, never closed',
      item({ labels: ['ready for review'], authorActiveAt: ago(900), answeredAt: ago(900) }),
      'none',
    ],
    [
      'is a question to us: never closed',
      idle(900, { answeredAt: ago(901), labels: ['needs changes'], remindedAt: ago(902) }),
      'none',
    ],
    ['is on hold', idle(900, { labels: ['needs changes', 'Hold'] }), 'none'],
    ['is reminded anew after a word', idle(reminderDays, { remindedAt: ago(reminderDays + 9) }), 'remind'],
  ])('%s', (_, given, action) => {
    expect(staleDecision(given, policy, NOW)).toBe(action);
  });
  test('issues have more time', () => {
    expect(staleDecision(idle(reminderDays, { type: 'issue', labels: ['needs information'] }), policy, NOW)).toBe(
      'none',
    );
    expect(
      staleDecision(
        idle(policy.stale.issues.reminderDays, { type: 'issue', labels: ['needs information'] }),
        policy,
        NOW,
      ),
    ).toBe('remind');
  });
  test('the author is told politely, in the language of the contribution', () => {
    const text = staleComment('remind', item(), policy, sampleContext('fr').t);
    expect(text.startsWith(`${STALE_MARKER}\n`)).toBe(true);
    expect(text).toContain('dans 30 jours');
    expect(staleComment('close', item(), policy, sampleContext('en').t)).toContain('Thank you');
  });
});

describe('the queue', () => {
  const items = [
    item({ number: 1 }),
    item({
      number: 2,
      labels: ['ready for review', 'zone: ca'],
      createdAt: ago(9),
      authorActiveAt: ago(2),
      answeredAt: ago(2),
    }),
    item({
      number: 3,
      labels: ['ready for review', 'zone: ca', 'zone: fr'],
      createdAt: ago(4),
      authorActiveAt: ago(4),
    }),
    item({
      number: 4,
      type: 'issue',
      labels: [],
      createdAt: ago(1),
      authorActiveAt: ago(1),
      title: '@octocat `<b>` #1',
    }),
    item({ number: 5, labels: ['ready for review', 'hold'] }),
    item({ number: 6, labels: [], draft: true }),
    item({
      number: 7,
      labels: ['ready for review'],
      createdAt: ago(30),
      firstAnswerAt: ago(28),
      authorActiveAt: ago(1),
    }),
  ];
  const report = queueReport(items, policy, NOW, [item({ createdAt: ago(50), firstAnswerAt: ago(43) })]);
  test('has what waits for us first, the longest wait first', () => {
    expect(report.entries.map(({ item: { number }, state }) => `${number} ${state}`)).toEqual([
      ...['4 answer', '3 review', '2 review', '7 review'],
      ...['1 author', '6 draft', '5 hold'],
    ]);
  });
  test('counts states, zones, and what is late', () => {
    expect(report.counts).toEqual({ answer: 1, review: 3, author: 1, draft: 1, hold: 1 });
    expect(report.byZone.slice(0, 2)).toEqual([
      { zone: 'ca', count: 2 },
      { zone: 'fr', count: 1 },
    ]);
    expect(report.entries.filter(({ overdue }) => overdue).map(({ item: { number } }) => number)).toEqual([2]);
  });
  test('knows the median time to the first answer', () => {
    expect(report.medianFirstAnswerDays).toBe(4.5);
    expect(queueReport([], policy, NOW)).toMatchObject({ entries: [], overdue: 0 });
    expect('medianFirstAnswerDays' in queueReport([], policy, NOW)).toBe(false);
  });
  test('is written for people, with titles as code', () => {
    const text = queueMarkdown(report, sampleContext('en').t, 'https://git.example.org/registry/square');
    expect(text).toMatchInlineSnapshot(`
      "# What waits

      - 7 open
      - 1 without an answer by a person for longer than we promise
      - Median time to the first answer by a person: 4.5 days
      - By zone: \`ca\` 2, \`fr\` 1, \`int\` 1

      ## An answer of ours

      - [4](https://git.example.org/registry/square/issues/4): \`\`@octocat \`<b>\` #1\`\`, by \`somebody\`, waits for 1 day

      ## A review

      - [3](https://git.example.org/registry/square/pull/3): \`Add int/letter-post\`, by \`somebody\`, waits for 4 days, \`ca\`, \`fr\`
      - [2](https://git.example.org/registry/square/pull/2): \`Add int/letter-post\`, by \`somebody\`, waits for 2 days, \`ca\`, late
      - [7](https://git.example.org/registry/square/pull/7): \`Add int/letter-post\`, by \`somebody\`, waits for 1 day

      ## Its author

      - [1](https://git.example.org/registry/square/pull/1): \`Add int/letter-post\`, by \`somebody\`, waits for 40 days, \`int\`

      ## Drafts

      - [6](https://git.example.org/registry/square/pull/6): \`Add int/letter-post\`, by \`somebody\`, waits for 40 days

      ## On hold

      - [5](https://git.example.org/registry/square/pull/5): \`Add int/letter-post\`, by \`somebody\`, waits for 40 days
      "
    `);
  });
});
