/**
 * The first line of the comment: invisible, it tells the bot which comment is its own and of which head. Only a comment that the bot's own
 * account wrote may be taken for it: anybody can write this line.
 */
const START = '<!-- public-square:pull-request-check';
const MARKER = /^<!-- public-square:pull-request-check head=([0-9a-f]{40}|[0-9a-f]{64}) -->(?:\r?\n|$)/;
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The first line of the comment on a head, a full hash. */
export function markerOf(head: string): string {
  if (!HASH.test(head)) throw new Error('the head of a pull request is a full hash');
  return `${START} head=${head} -->`;
}

/** The head that a comment of the bot's account speaks of; nothing where it is another comment. */
export function readMarker(body: string): { readonly head: string } | undefined {
  const head = MARKER.exec(body)?.[1];
  return head === undefined ? undefined : { head };
}
