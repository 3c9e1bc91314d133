import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { arbitraryOf } from './fixtures/arbitraries.ts';
import { formatRecord, schemaComment } from './format.ts';
import { parseRecordFile } from './parse.ts';

const RUNS = 60;
const encoder = new TextEncoder();

function file(kind: Kind, yaml: string): string {
  return KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n\nText of ${kind}.\n` : yaml;
}

function parse(kind: Kind, text: string) {
  return parseRecordFile(`${KINDS[kind].folder}/int/x.${KINDS[kind].ending}`, kind, encoder.encode(text));
}

function keysOf(value: unknown): string[] {
  return Object.keys(value as object);
}

describe.each(KIND_NAMES)('what the schema of a %s accepts', (kind) => {
  test('survives writing, formatting and reading, in the order of the schema', () => {
    fc.assert(
      fc.property(arbitraryOf(KINDS[kind].schema), fc.constantFrom(0, 40, 80), (data, lineWidth) => {
        const written = file(kind, stringify(data, { aliasDuplicateObjects: false, lineWidth }));
        expect(parse(kind, written)).toMatchObject({ data, findings: [] });
        const formatted = formatRecord(kind, written);
        expect(formatted).toContain(schemaComment(kind));
        const read = parse(kind, formatted ?? '');
        expect(read).toMatchObject({ data, findings: [] });
        expect(keysOf(read.data)).toEqual(Object.keys(KINDS[kind].schema.shape).filter((key) => keysOf(data).includes(key)));
        expect(formatRecord(kind, formatted ?? '')).toBe(formatted);
      }),
      { numRuns: RUNS },
    );
  });
});

test('a tombstone survives writing, formatting and reading', () => {
  fc.assert(
    fc.property(arbitraryOf(tombstoneSchema), (data) => {
      const formatted = formatRecord('project', stringify(data));
      expect(parse('project', formatted ?? '')).toMatchObject({ data, findings: [] });
      expect(formatRecord('project', formatted ?? '')).toBe(formatted);
    }),
    { numRuns: RUNS },
  );
});

test('values that are not in the schema’s order, and windows line ends, are mended once', () => {
  const text = '\ufefftype: national\r\n# about the name\r\nname: "A"\r\nschemaVersion: 1\r\n';
  const formatted = `${schemaComment('organization')}schemaVersion: 1\n# about the name\nname: "A"\ntype: national\n`;
  expect(formatRecord('organization', text)).toBe(formatted);
  expect(formatRecord('organization', formatted)).toBe(formatted);
});
