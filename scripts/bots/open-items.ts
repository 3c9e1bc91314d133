import { isSame } from '../../src/github/reviewers.ts';
import { STALE_MARKER } from '../../src/github/stale.ts';
import { STATUS_CONTEXT } from '../../src/github/statuses.ts';
import type { OpenItem } from '../../src/github/waiting.ts';
import { asking } from '../lib/host-failure.ts';
import type { Host } from '../lib/octokit.ts';
import { type HostComment, readComments, readReviews, readVerdicts } from './conversation.ts';

/** An open issue or pull request, with the text that tells its author's language. */
export interface ReadItem extends OpenItem {
  readonly body: string;
}

/** More are not looked at in one run: each costs up to four requests, of which a workflow has 1,000 an hour. */
export const MOST_ITEMS = 200;

/** What is open, the longest untouched first. */
export async function readOpenItems(host: Host): Promise<ReadItem[]> {
  const { octokit, at } = host;
  const listed = await asking('listing what is open', () =>
    octokit.paginate(octokit.rest.issues.listForRepo, {
      ...at,
      state: 'open',
      sort: 'updated',
      direction: 'asc',
      per_page: 100,
    }),
  );
  const items: ReadItem[] = [];
  for (const issue of listed.slice(0, MOST_ITEMS)) {
    const comments = issue.comments === 0 ? [] : await readComments(host, issue.number);
    const isPull = issue.pull_request !== undefined;
    const facts = isPull ? await pullFacts(host, issue.number) : { pushedAt: '', words: [] };
    const author = issue.user?.login ?? '';
    items.push({
      ...timesOf(host, author, [...comments, ...facts.words], [issue.created_at, facts.pushedAt]),
      ...{
        type: isPull ? 'pull-request' : 'issue',
        number: issue.number,
        title: issue.title,
        author,
        body: issue.body ?? '',
      },
      ...{ labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))) },
      ...{ draft: issue.draft === true, createdAt: issue.created_at },
    });
  }
  return items;
}

/** Of a pull request: when its head came, and what reviews said. */
async function pullFacts(host: Host, number: number): Promise<{ pushedAt: string; words: HostComment[] }> {
  const { data } = await asking(`reading pull request ${number}`, () =>
    host.octokit.rest.pulls.get({ ...host.at, pull_number: number }),
  );
  const { pushedAt } = await readVerdicts(host, data.head.sha, STATUS_CONTEXT);
  const reviews = await readReviews(host, number);
  return { pushedAt, words: reviews.map(({ author, isBot, at }) => ({ author, isBot, body: '', at, editedAt: at })) };
}

type Times = Pick<OpenItem, 'authorActiveAt' | 'answeredAt' | 'firstAnswerAt' | 'remindedAt'>;

function timesOf(
  { botLogin }: Host,
  author: string,
  words: readonly HostComment[],
  beginnings: readonly string[],
): Times {
  const isReminder = (word: HostComment) => word.author === botLogin && word.body.startsWith(STALE_MARKER);
  const own = words.filter((word) => isSame(word.author, author));
  const others = words.filter((word) => !isSame(word.author, author) && !isReminder(word));
  return {
    authorActiveAt: latest([...beginnings, ...own.map(({ at }) => at)]) ?? '',
    // The bot’s finding is an answer each time it is written anew.
    ...named('answeredAt', latest(others.map(({ isBot, at, editedAt }) => (isBot ? editedAt : at)))),
    ...named(
      'firstAnswerAt',
      others
        .filter(({ isBot }) => !isBot)
        .map(({ at }) => at)
        .sort()[0],
    ),
    ...named('remindedAt', latest(words.filter(isReminder).map(({ at }) => at))),
  };
}

function latest(times: readonly string[]): string | undefined {
  return times
    .filter((time) => time !== '')
    .toSorted()
    .at(-1);
}

function named<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
