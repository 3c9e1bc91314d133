import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { processorTime } from '../registry/fixtures/processor-time.ts';

/** Folders whose code sees what contributors write. */
const FOLDERS = ['schema', 'rules', 'registry'];
/** What the schema lets through to the regular expressions of a file, in characters. */
const CAPS: Readonly<Record<string, number>> = {
  'schema/canonical-repository.ts': 500,
  'schema/safe-url.ts': 500,
  'rules/personal-address.ts': 254,
  'rules/publiccode-address.ts': 500,
  'rules/repository-address.ts': 500,
  'rules/spdx.ts': 200,
};
const LENGTH = 100_000;
const MAX_MS = 50;
const RETRIES = 5;

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
/** What stands before and behind the run. */
const AROUND = [
  ['', ''],
  ['', '\u0000'],
  ['', 'x\n'],
  ['a', '\u0000'],
  ['#', '\u0000'],
  ['https://', '\u0000'],
  ['apache', 'x'],
  [' ', 'x'],
] as const;

/** The slowest of all attempts. */
function slowest({ file, pattern }: Found): { ms: number; text: string } {
  let worst = { ms: 0, text: '' };
  const max = CAPS[file] ?? LENGTH;
  for (const pump of PUMPS) {
    for (const [head, tail] of AROUND) {
      // A short run first: what is slow there already would not end on the long one.
      for (const length of [max / 20, max]) {
        const text = head + pump.repeat(Math.ceil(length / pump.length)) + tail;
        const ms = leastTime(pattern, text);
        if (ms > worst.ms) worst = { ms, text: JSON.stringify(text.slice(0, 20)) };
        if (worst.ms > MAX_MS) return worst;
      }
    }
  }
  return worst;
}

/** A first run may pay for compiling, and a crowded machine for its caches; what is superlinear stays slow every time. */
function leastTime(pattern: RegExp, text: string): number {
  let least = time(pattern, text);
  for (let again = 0; least > MAX_MS && again < RETRIES; again++) least = Math.min(least, time(pattern, text));
  return least;
}

/** Milliseconds of processor time that all matches in a text take: other work on the machine does not count. */
function time(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  let end = -1;
  const matchAll = () => {
    while (pattern.test(text) && pattern.global) {
      if (pattern.lastIndex === end) pattern.lastIndex++;
      end = pattern.lastIndex;
    }
  };
  return processorTime(matchAll).ms;
}

const all = expressions();
console.info(`regular expressions: ${all.length} over contributed text`);

test.each(all.map((found) => [`${found.file}: ${found.pattern.source.slice(0, 60)}`, found] as const))(
  '%s is linear',
  (_, found) => {
    expect(slowest(found)).toSatisfy(({ ms }: { ms: number }) => ms < MAX_MS);
  },
);

test('a quadratic one would be noticed', () => {
  expect(time(/ +$/, `${' '.repeat(30_000)}x`)).toBeGreaterThan(MAX_MS);
});

test('the expressions are found in the source', () => {
  expect(all.length).toBeGreaterThan(40);
});
