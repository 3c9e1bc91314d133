import { visible } from '../schema/visible.ts';

/**
 * Markdown for comments at a git host. What others wrote stands in code spans and code blocks only: there a host makes no mention, link, picture,
 * reference to an issue or commit, and no HTML of it (https://github.github.com/gfm/#code-spans).
 */

const MAX_SPAN = 160;
/** First strong isolate and its end (UAX #9): right-to-left text must not move what stands beside it. */
const [ISOLATE, END] = ['\u2068', '\u2069'];
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A text of at most `max` characters, with a sign where it was cut. */
export function cut(text: string, max: number): string {
  // Of a long text no more is split than what could be needed.
  const points = [...text.slice(0, 2 * max + 2)];
  return points.length > max ? `${points.slice(0, max).join('')}…` : text;
}

/** Any text as code: one line, invisible characters as escapes. */
export function codeSpan(text: string, max: number = MAX_SPAN): string {
  const shown = cut(visible(cut(text, max)), 2 * max) || ' ';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padded = /^`|`$|^ .*\S.* $/u.test(shown) ? ` ${shown} ` : shown;
  const span = `${fence}${padded}${fence}`;
  return RIGHT_TO_LEFT.test(shown) ? `${ISOLATE}${span}${END}` : span;
}

/** Any text as a block of code, each line behind `indent`: for what is to be copied. */
export function codeBlock(text: string, info: string, indent = ''): string {
  const lines = text.replace(/\n$/, '').split('\n').map(visible);
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${info}`, ...lines, fence].map((line) => `${indent}${line}`).join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Words of a sentence: letters, digits and the punctuation that neither Markdown nor a git host reads anything into. */
const PLAIN_WORD = /^(?:[\p{L}\p{M}\p{N}.,;?%’“”«»‘()…–—'"/\u00a0\u202f-]|\u200c|\u200d)+$/u;
/** What a host turns into a link by itself: addresses, hashes of commits, `GH-12`; and options, which look better as code. */
const REFERENCE = /www\.|[0-9a-f]{7}|[a-z]-\d|^\W*-/i;

/**
 * A sentence of ours that may carry words of others, as plain text where that is safe: every word that could mean something to Markdown or to
 * the host becomes code. It never begins a line, where a digit or a dash would begin a list.
 */
export function sentence(text: string, max = 600): string {
  return cut(visible(text.replace(/[ \t\r\n]+/g, ' ')), max)
    .trim()
    .split(' ')
    .map(wordShown)
    .join(' ');
}

function wordShown(word: string): string {
  const [, before = '', core = word, after = ''] = /^([“«(‘]*)(.*?)([.,;:)”»’]*)$/u.exec(word) ?? [];
  if (core !== '' && (!PLAIN_WORD.test(core) || REFERENCE.test(core))) return `${before}${codeSpan(core)}${after}`;
  return RIGHT_TO_LEFT.test(word) ? `${ISOLATE}${word}${END}` : word;
}

/** A link to an address that we made; where it is no web address, the label alone. */
export function link(label: string, href: string | undefined): string {
  if (href === undefined || !URL.canParse(href)) return label;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol)) return label;
  const safe = url.href.replace(/[()<>`\\|]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${label}](${safe})`;
}

/** A folded part. Hosts show Markdown inside only behind an empty line. */
export function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
