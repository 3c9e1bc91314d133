import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { arbitraryOf } from './fixtures/arbitraries.ts';
import { fc, runs } from './fixtures/fast-check.ts';
import { formatRecord, YAML_STYLE } from './format.ts';
import { parseRecordFile } from './parse.ts';
import { schemaComment } from './schema-comment.ts';

const RUNS = runs(40);

const WRITING = { ...YAML_STYLE, aliasDuplicateObjects: false };
const STRING_TYPES = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
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
      fc.property(arbitraryOf(KINDS[kind].schema), fc.constantFrom(...STRING_TYPES), (data, defaultStringType) => {
        const written = file(kind, stringify(data, { ...WRITING, defaultStringType, defaultKeyType: 'PLAIN' }));
        expect(parse(kind, written)).toMatchObject({ data, findings: [] });
        const formatted = formatRecord(kind, written);
        expect(formatted).toContain(schemaComment(kind));
        const read = parse(kind, formatted ?? '');
        expect(read).toMatchObject({ data, findings: [] });
        expect(keysOf(read.data)).toEqual(
          Object.keys(KINDS[kind].schema.shape).filter((key) => keysOf(data).includes(key)),
        );
        expect(formatRecord(kind, formatted ?? '')).toBe(formatted);
      }),
      RUNS,
    );
  });
});

test('a tombstone survives writing, formatting and reading', () => {
  fc.assert(
    fc.property(arbitraryOf(tombstoneSchema), (data) => {
      const formatted = formatRecord('project', stringify(data, WRITING));
      expect(parse('project', formatted ?? '')).toMatchObject({ data, findings: [] });
      expect(formatRecord('project', formatted ?? '')).toBe(formatted);
    }),
    RUNS,
  );
});

test('a text between quotes keeps a line of one blank', () => {
  const note = `"${'a'.repeat(60)}\\n \\nb"`;
  const formatted = formatRecord(
    'project',
    `schemaVersion: 1\nstate: tombstone\nreason: error\nnote:\n  en: ${note}\n`,
  );
  expect(formatted).toContain(note.replace('\\n \\n', '\\n\\ \\n'));
  expect(parse('project', formatted ?? '').sound).toMatchObject({ reason: 'error' });
});

test('values that are not in the schema’s order, and windows line ends, are mended once', () => {
  const text = '\ufefftype: national\r\n# about the name\r\nname: "A"\r\nschemaVersion: 1\r\n';
  const formatted = `${schemaComment('organization')}schemaVersion: 1\n# about the name\nname: "A"\ntype: national\n`;
  expect(formatRecord('organization', text)).toBe(formatted);
  expect(formatRecord('organization', formatted)).toBe(formatted);
});
