import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RULES_BY_ID } from '../rules/index.ts';
import { KIND_NAMES, type Kind } from '../schema/kinds.ts';
import { RULE_FIXTURES } from './fixtures/temporary-registry-fs.ts';
import { formatRecord } from './format.ts';
import { locateFindings, parseRecordFile } from './parse.ts';
import { parseStringsFile } from './parse-strings.ts';

/** More in a long run: FUZZ_RUNS=100000 npx vitest run src/registry/robustness.test.ts */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);
const LIMITS = { numRuns: RUNS, interruptAfterTimeLimit: Number(process.env['FUZZ_MS'] ?? 2500) };
/** Far above what a run takes where nothing hangs; the limit above ends it first. */
vi.setConfig({ testTimeout: 120_000 });

const encoder = new TextEncoder();

const PROJECT = readFileSync(join(RULE_FIXTURES, 'file-type/pass/projects/int/letter-post.yaml'), 'utf8');
const NOTE = readFileSync(join(RULE_FIXTURES, 'mdx/pass/notes/int/2026-03-02-lesson.mdx'), 'utf8');
const RICH = `${PROJECT}# about the licence
license: MIT # as the repository says
description:
  en: |
    It sends *letters*.

    - by post
audience: {levels: [local, national], countries: [CA, FR]}
maintenance:
  type: internal
  contacts:
    - name: "Post team"
      email: 'post@example.org'
`;

const PIECES = [
  ...[
    '\n',
    '\n\n',
    '  ',
    '\t',
    '- ',
    '? ',
    ': ',
    ':',
    '#',
    ' #x',
    '&a ',
    '*a ',
    '!x ',
    '!!set ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '---\n',
    '...\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '<<: ',
    '%YAML 1.1\n',
    '\\',
    '"\\u202e"',
    '\u202e',
    '\ufeff',
    '\r',
    '\0',
    '__proto__: ',
    'state: tombstone\n',
    '1e999',
    '~',
  ],
  ...['<b>', '{x}', '](', '**', '> ', '`', '🙂', 'مرحبا', '\u200d'],
];

/** A sound file with pieces put in, taken out or doubled, as hands and programs spoil files. */
function spoilt(sound: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(sound.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })),
    times: fc.constantFrom(1, 1, 1, 3, 80),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (text, { at, drop, put, times }) => text.slice(0, at) + put.repeat(times) + text.slice(at + drop),
        sound,
      ),
    );
}

/** Parses and places; every finding must have a message, and a place inside the text. */
function check(kind: Kind, bytes: Uint8Array): void {
  const { findings, data, sound } = parseRecordFile('f', kind, bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lines = text.split('\n');
  for (const { rule, code, values = {} } of findings) {
    const template = RULES_BY_ID.get(rule)?.messages[code] ?? '';
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
    );
  }
  for (const { line, col, message } of locateFindings(findings, RULES_BY_ID, () => text)) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(col).toBeGreaterThanOrEqual(1);
    expect(col).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    expect(message).not.toBe('');
  }
  expect(findings.length > 0).toBe(data === undefined);
  if (data !== undefined) expect(sound).toBeUndefined();
}

const kinds = fc.constantFrom(...KIND_NAMES);

describe('parsing never throws, and places every finding inside the file', () => {
  test('any bytes', () => {
    fc.assert(fc.property(kinds, fc.uint8Array({ maxLength: 200 }), check), LIMITS);
  });
  test('any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(kinds, text, (kind, value) => check(kind, encoder.encode(value))),
      LIMITS,
    );
  });
  test('spoilt records', () => {
    fc.assert(
      fc.property(spoilt(RICH), (text) => check('project', encoder.encode(text))),
      LIMITS,
    );
  });
  test('spoilt notes', () => {
    fc.assert(
      fc.property(spoilt(NOTE), (text) => check('note', encoder.encode(text))),
      LIMITS,
    );
  });
  test('spoilt bytes', () => {
    const sound = encoder.encode(RICH);
    const byte = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    const bytes = fc.array(byte, { minLength: 1, maxLength: 5 }).map((changes) => {
      const copy = Uint8Array.from(sound);
      for (const [at, value] of changes) copy[at] = value;
      return copy;
    });
    fc.assert(
      fc.property(bytes, (value) => check('project', value)),
      LIMITS,
    );
  });
  test('spoilt strings of the interface', () => {
    const sound =
      '{\n  "skip": "Aller au contenu",\n  "count": { "one": "{count} projet", "other": "{count} projets" }\n}\n';
    fc.assert(
      fc.property(spoilt(sound), (text) => {
        const { findings, data } = parseStringsFile('f', encoder.encode(text));
        expect(findings.length > 0).toBe(data === undefined);
        for (const { offset = -1 } of findings) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
      LIMITS,
    );
  });
});

describe('formatting', () => {
  const dataOf = (text: string) => parseRecordFile('f', 'project', encoder.encode(text));

  test('never throws, changes nothing twice, and keeps what the file says', () => {
    fc.assert(
      fc.property(spoilt(RICH), (text) => {
        const formatted = formatRecord('project', text);
        if (formatted === undefined) return;
        expect(formatRecord('project', formatted)).toBe(formatted);
        const before = dataOf(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
        const after = dataOf(formatted);
        expect(after.data ?? after.sound).toEqual(before.data ?? before.sound);
      }),
      LIMITS,
    );
  });

  test('keeps every comment', () => {
    const lines = RICH.split('\n');
    const places = fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(places, fc.boolean(), (above, trailing) => {
        const marked = lines.flatMap((line, index) => {
          if (!above.includes(index)) return [line];
          const indent = /^ */.exec(line)?.[0] ?? '';
          return trailing && line.trim() !== '' ? [`${line} # mark ${index};`] : [`${indent}# mark ${index};`, line];
        });
        const text = marked.join('\n');
        // Inside a block of text a comment is text.
        fc.pre(JSON.stringify(dataOf(text).data) === JSON.stringify(dataOf(RICH).data));
        const formatted = formatRecord('project', text) ?? '';
        for (const index of above) expect(formatted.split(`# mark ${index};`)).toHaveLength(2);
        expect(formatted).toContain('# about the licence');
        expect(formatted).toContain('# as the repository says');
      }),
      { ...LIMITS, numRuns: Math.min(RUNS, 500) },
    );
  });
});
