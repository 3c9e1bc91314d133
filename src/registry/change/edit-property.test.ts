import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import { arbitraryOf } from '../fixtures/arbitraries.ts';
import { fc, runs } from '../fixtures/fast-check.ts';
import { formatRecord, YAML_STYLE } from '../format.ts';
import { compareRecords } from './compare-records.ts';
import { type Fields, keysOfBoth, own, sameData } from './data.ts';
import { editRecord } from './edit-record.ts';
import { readSource } from './source.ts';

const RUNS = runs(12);

const style = fc.record({
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  collectionStyle: fc.constantFrom('block', 'block', 'any', 'flow'),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
});
const layout = fc.record({
  style,
  isFormatted: fc.boolean(),
  hasWindowsLines: fc.boolean(),
  comments: fc.array(fc.tuple(fc.nat(40), fc.constantFrom('above', 'behind', 'blank'))),
});

/** A record as somebody may have written it. */
function written(kind: Kind, data: Fields, { style, isFormatted, hasWindowsLines, comments }: Layout): string {
  const yaml = stringify(data, {
    ...YAML_STYLE,
    aliasDuplicateObjects: false,
    defaultKeyType: 'PLAIN',
    ...style,
  } as const);
  const lines = yaml.split('\n').flatMap((line, index) => {
    const own = comments.filter(([at]) => at === index).map(([, where]) => where);
    const indent = /^[ -]*/.exec(line)?.[0].replaceAll('-', ' ') ?? '';
    if (own.includes('behind') && line !== '') return [`${line} # behind ${index}`];
    return [
      ...(own.includes('blank') ? [''] : []),
      ...(own.includes('above') ? [`${indent}# above ${index}`] : []),
      line,
    ];
  });
  // In a text a comment would be text.
  const commented = lines.join('\n');
  const says = (yaml: string) => sameData(readSource('project', yaml)?.data, data);
  // The library writes an empty list wrong where lists are not indented.
  const plain = [commented, yaml].find(says) ?? stringify(data, { ...YAML_STYLE, aliasDuplicateObjects: false });
  const text = KINDS[kind].ending === 'mdx' ? `---\n${plain}---\n\nText.\n` : plain;
  if (isFormatted) return formatRecord(kind, text) ?? text;
  return hasWindowsLines && KINDS[kind].ending === 'yaml' ? text.replaceAll('\n', '\r\n') : text;
}

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

/** The lines of each field at the top, with the comments above it. */
function fieldTexts(kind: Kind, text: string): Map<string, string> {
  const parts = (readSource(kind, text)?.yaml ?? '').split(/^(?=(?:# above.*\r?\n)*[^\s#-])/m);
  return new Map(
    parts.map((part) => [/^(?:# above.*\r?\n)*([^:]*)/.exec(part)?.[1] ?? '', part.replace(/\s+(# above.*\s*)*$/, '')]),
  );
}

describe.each(KIND_NAMES)('any %s, written in any way', (kind: Kind) => {
  const schema = KINDS[kind].schema;
  const data = arbitraryOf(schema) as fc.Arbitrary<Fields>;

  test('says exactly what it is to say, and what stays is not touched', () => {
    fc.assert(
      fc.property(data, data, fc.array(fc.boolean(), { minLength: 60 }), layout, (before, other, taken, how) => {
        const text = written(kind, before, how);
        const keys = keysOfBoth(before, other);
        const after = Object.fromEntries(
          keys.flatMap((key, i) => (taken[i] ? [[key, own(other, key)]] : [[key, own(before, key)]])),
        );
        expect(editRecord(kind, text, before)).toBe(text);
        const edited = editRecord(kind, text, after);
        expect(edited !== undefined && sameData(readSource(kind, edited)?.data, after)).toBe(true);
        expect(compareRecords(kind, before, after).map(({ path }) => path[0])).toEqual(
          expect.arrayContaining(keys.filter((key) => !sameData(own(before, key), own(after, key)))),
        );
        if (how.isFormatted && formatRecord(kind, text) === text) expect(formatRecord(kind, edited ?? '')).toBe(edited);
        for (const mark of text.match(/# (?:above|behind) \d+$/gm) ?? [])
          expect(edited?.match(new RegExp(`${mark}$`, 'gm'))?.length ?? 0).toBeLessThanOrEqual(1);
        if (text.includes('{')) return;
        const [old, now] = [fieldTexts(kind, text), fieldTexts(kind, edited ?? '')];
        for (const key of keys)
          if (old.has(key) && sameData(own(before, key), own(after, key))) expect(now.get(key)).toBe(old.get(key));
      }),
      RUNS,
    );
  });
});
