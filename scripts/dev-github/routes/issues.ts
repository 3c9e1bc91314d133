import { shownComment, shownEvent, shownIssue } from '../shown/issue.ts';
import { addLabel, type Comment, type IssueState, nextId, removeLabel, stamp } from '../state.ts';
import { type Call, issueOf, namesIn, page, present, Refusal, type Routes } from './route.ts';

/** GitHub's limit on the body of a comment, in characters. */
const MOST_CHARACTERS = 65_536;

export const issueRoutes: Routes = {
  'issues/get': (call) => ({ status: 200, body: shownIssue(call.state, call.addresses, issueOf(call)) }),
  'issues/list-for-repo': (call) =>
    page(
      call,
      listed(call).map((issue) => shownIssue(call.state, call.addresses, issue)),
    ),
  'issues/update': (call) => {
    const issue = issueOf(call);
    const { title, body, state, labels } = call.body;
    if (typeof title === 'string') issue.title = title;
    if (typeof body === 'string') issue.body = body;
    if (state === 'open' || state === 'closed') setState(call, issue, state);
    if (labels !== undefined) setLabels(call, issue, namesIn(labels));
    issue.updated = stamp(call.state);
    return { status: 200, body: shownIssue(call.state, call.addresses, issue) };
  },
  'issues/list-events': (call) => {
    const { number } = issueOf(call);
    const events = call.state.events.filter(({ issue }) => issue === number);
    return page(
      call,
      events.map((event) => shownEvent(call.state, call.addresses, event)),
    );
  },
  'issues/list-comments': (call) => {
    const { number } = issueOf(call);
    const comments = call.state.comments.filter(({ issue }) => issue === number);
    return page(
      call,
      comments.map((comment) => shownComment(call.state, call.addresses, comment)),
    );
  },
  'issues/create-comment': (call) => {
    const { state, actor, addresses } = call;
    const issue = issueOf(call);
    const at = stamp(state);
    const comment: Comment = { id: nextId(state), issue: issue.number, by: actor, at, updated: at, body: textOf(call) };
    state.comments.push(comment);
    issue.updated = at;
    return { status: 201, body: shownComment(state, addresses, comment) };
  },
  'issues/update-comment': (call) => {
    const comment = commentOf(call);
    comment.body = textOf(call);
    comment.updated = stamp(call.state);
    return { status: 200, body: shownComment(call.state, call.addresses, comment) };
  },
  'issues/delete-comment': (call) => {
    call.state.comments.splice(call.state.comments.indexOf(commentOf(call)), 1);
    return { status: 204 };
  },
};

/** Closes or reopens an issue or a pull request. @throws {Refusal} a merged one stays closed */
export function setState({ state, actor }: Call, issue: IssueState, to: 'open' | 'closed'): void {
  if (issue.pull?.merged !== undefined && to === 'open') throw new Refusal(422, 'Validation Failed');
  if (issue.state === 'closed' && to === 'open')
    state.events.push({ id: nextId(state), issue: issue.number, event: 'reopened', by: actor, at: stamp(state) });
  issue.state = to;
  issue.closedAt = to === 'closed' ? stamp(state) : null;
}

function setLabels({ state, actor }: Call, issue: IssueState, names: readonly string[]): void {
  for (const name of issue.labels) if (!names.includes(name)) removeLabel(state, issue, name, actor);
  for (const name of names) addLabel(state, issue, name, actor);
}

/** In GitHub's order, the newest first, unless the oldest are asked for. */
function listed({ state, query }: Call): IssueState[] {
  const wanted = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = query.get('creator');
  const found = [...state.issues.values()].filter(
    (issue) =>
      (wanted === 'all' || issue.state === wanted) &&
      labels.every((label) => issue.labels.includes(label)) &&
      (creator === null || issue.by.login === creator),
  );
  return query.get('direction') === 'asc' ? found : found.reverse();
}

function commentOf({ state, path }: Call): Comment {
  return present(state.comments.find(({ id }) => id === Number(path['comment_id'])));
}

function textOf({ body }: Call): string {
  const text = String(body['body']);
  if (text.length <= MOST_CHARACTERS) return text;
  const message = `Body is too long (maximum is ${MOST_CHARACTERS} characters)`;
  throw new Refusal(422, 'Validation Failed', [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
  ]);
}
