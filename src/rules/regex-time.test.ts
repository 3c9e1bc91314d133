import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Folders whose code sees what contributors write. */
const FOLDERS = ['schema', 'rules', 'registry'];
/** What the schema lets through to the regular expressions of a file, in characters. */
const CAPS: Readonly<Record<string, number>> = {
  'schema/canonical-repository.ts': 500,
  'schema/safe-url.ts': 500,
  'rules/personal-address.ts': 254,
  'rules/spdx.ts': 200,
};
const LENGTH = 100_000;
const MAX_MS = 50;

interface Found {
  readonly file: string;
  readonly pattern: RegExp;
}

/** Every regular expression literal in the source, so that none is forgotten. */
function expressions(): Found[] {
  return FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
    const names = readdirSync(path).filter(
      (name) => name.endsWith('.ts') && !name.includes('.test.') && !name.endsWith('.d.ts'),
    );
    return names.flatMap((name) => literals(`${folder}/${name}`, readFileSync(path + name, 'utf8')));
  });
}

function literals(file: string, source: string): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false));
  return found;
}

/** What makes careless expressions go back and forth: runs of one piece, then something that fits nowhere. */
const PUMPS = [
  ...[
    'a',
    'A',
    '0',
    ' ',
    '\t',
    '\n',
    '-',
    '.',
    '/',
    ':',
    '@',
    '#',
    '[',
    '{',
    '<',
    '>',
    '*',
    '_',
    '\\',
    '%',
    '"',
    '\r',
    '\u200d',
    'é',
    '日',
    '🙂',
    '\ud800',
  ],
  ...[
    'a.',
    'a-',
    'a/',
    'a ',
    '- ',
    '1. ',
    '> ',
    'a\n',
    '# \n',
    ' \n',
    '.git',
    'www.',
    'a@',
    '2.0',
    'v2',
    'license',
    '](',
    '@a.',
    'https://',
    '(1:',
    '${',
    '{a}',
    '- - ',
    '0-',
  ],
];
const HEADS = ['', 'a', '#', '---\n', 'https://', 'apache', ' '];
const TAILS = ['', '\u0000', 'x', '\n'];

/** The slowest of all attempts, in milliseconds, each the better of two so that a busy machine does not count. */
function slowest({ file, pattern }: Found): { ms: number; text: string } {
  let worst = { ms: 0, text: '' };
  const max = CAPS[file] ?? LENGTH;
  for (const pump of PUMPS) {
    for (const [head, tail] of HEADS.flatMap((h) => TAILS.map((t) => [h, t] as const))) {
      // A short run first: what is slow there already would not end on the long one.
      for (const length of [max / 20, max]) {
        const text = head + pump.repeat(Math.ceil(length / pump.length)) + tail;
        const ms = Math.min(
          time(pattern, text),
          worst.ms < MAX_MS / 5 ? Number.POSITIVE_INFINITY : time(pattern, text),
        );
        if (ms > worst.ms) worst = { ms, text: text.slice(0, 20) };
        if (worst.ms > MAX_MS) return worst;
      }
    }
  }
  return worst;
}

function time(pattern: RegExp, text: string): number {
  const start = performance.now();
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.test(text);
  return performance.now() - start;
}

const all = expressions();
console.info(`regular expressions: ${all.length} over contributed text`);

test.each(all.map((found) => [`${found.file}: ${found.pattern.source.slice(0, 60)}`, found] as const))(
  '%s is linear',
  (_, found) => {
    expect(slowest(found)).toSatisfy(({ ms }: { ms: number }) => ms < MAX_MS);
  },
  60_000,
);

test('the expressions are found in the source', () => {
  expect(all.length).toBeGreaterThan(40);
});
