import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, stringify } from 'yaml';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import { arbitraryOf } from '../fixtures/arbitraries.ts';
import { fc, runs } from '../fixtures/fast-check.ts';
import { YAML_STYLE } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { parseRecordFile } from '../parse.ts';
import { parseYamlDocument } from '../yaml.ts';
import { CURRENT_VERSION, MIGRATIONS, migrated } from './index.ts';
import { migrateRecord } from './migrate-record.ts';

const RUNS = runs(15);

const FIXTURES = new URL('fixtures/', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, FIXTURES), 'utf8');

test('migrations lead from version to version, up to the current one', () => {
  expect(MIGRATIONS.map(({ from, to }) => to - from)).toEqual(MIGRATIONS.map(() => 1));
  expect(MIGRATIONS.at(-1)?.to).toBe(CURRENT_VERSION);
  // Readers take the current version and the one before.
  expect(MIGRATIONS.map(({ from }) => from)).toContain(CURRENT_VERSION - 1);
});

describe.each(MIGRATIONS.map(({ from }) => from))('from version %i', (from) => {
  const names = readdirSync(new URL(`${from}/`, FIXTURES)).filter((name) => name.includes('.before.'));
  test.each(names)('%s becomes what stands beside it, once', (name) => {
    const kind = KIND_NAMES.find((each) => name.startsWith(each)) as Kind;
    const after = textOf(`${from}/${name.replace('before', 'after')}`);
    expect(migrateRecord(kind, textOf(`${from}/${name}`))).toEqual({ outcome: 'migrated', from, text: after });
    expect(migrateRecord(kind, after)).toEqual({ outcome: 'current' });
  });
});

test.each([
  ['what is no YAML', 'name: a: b\n', 'unsound'],
  ['a later version', 'schemaVersion: 2\n', 'newer'],
  ['the current version', 'schemaVersion: 1\nlicence: MIT\n', 'current'],
  ['what merely forgot its version', 'name: Post\nlicense: MIT\n', 'current'],
  ['a version that is none', 'schemaVersion: "0"\nlicence: MIT\n', 'current'],
  ['a tombstone', 'state: tombstone\nreason: error\nlicence: MIT\n', 'current'],
])('leaves %s', (_, text, outcome) => {
  expect(migrateRecord('project', text)).toEqual({ outcome });
});

test('a finding in an older record stands at the field as it is written there', () => {
  const text = textOf('0/project.before.yaml')
    .replace('CA #', 'CANADA #')
    .replace('fr # of', 'fr# of')
    .replace('MIT', '7');
  const { findings, sound } = parseRecordFile('projects/int/x.yaml', 'project', new TextEncoder().encode(text));
  expect(findings.map(({ rule, path }) => `${rule} ${path?.join('.')}`)).toEqual(
    expect.arrayContaining(['schema-version schemaVersion', 'wrong-value audience.countries.0', 'wrong-type license']),
  );
  expect(sound).toMatchObject({ repository: 'https://git.example.org/letter-post' });
});

/** A record as the draft layout would have written it: other names, plain texts, comments everywhere. */
function draftOf(kind: Kind, data: Record<string, unknown>, state: { version: boolean; comments: boolean }): string {
  const names = Object.entries({
    repository: 'url',
    website: 'landingURL',
    license: 'licence',
    status: 'developmentStatus',
  });
  const { schemaVersion: _, ...fields } = data;
  const draft: Record<string, unknown> = state.version ? { schemaVersion: 0 } : {};
  for (const [key, value] of Object.entries(fields)) {
    const name = kind === 'project' || key === 'license' ? names.find(([now]) => now === key)?.[1] : undefined;
    draft[name ?? key] = key === 'summary' ? Object.values(value as object)[0] : value;
  }
  if (!('language' in draft)) draft['language'] = 'sv';
  const document = parseDocument(stringify(draft, { ...YAML_STYLE, aliasDuplicateObjects: false }));
  let next = 0;
  if (state.comments && isMap(document.contents))
    for (const { key, value } of document.contents.items as Pair<Node, Node>[]) {
      key.commentBefore = ` above ${next++}.`;
      if (isScalar(value) && !value.type?.startsWith('BLOCK')) value.comment = ` behind ${next++}.`;
    }
  const yaml = document.toString(YAML_STYLE);
  return KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n\nText.\n` : yaml;
}

function yamlOf(text: string) {
  return parseYamlDocument(splitFrontMatter(text)?.yaml ?? text);
}

/** Every value at the end of a path, whatever its field is called. */
function valuesOf(node: unknown): string[] {
  if (isMap(node)) return node.items.flatMap(({ key, value }) => (isVersion(key) ? [] : valuesOf(value)));
  if (isSeq(node)) return node.items.flatMap(valuesOf);
  return isScalar(node) ? [JSON.stringify(node.value)] : ['null'];
}

function isVersion(key: unknown): boolean {
  return isScalar(key) && (key.value === 'schemaVersion' || key.value === 'language');
}

describe.each(KIND_NAMES)('any %s in the draft layout', (kind) => {
  const states = fc.record({ version: fc.boolean(), comments: fc.boolean() });
  test('is migrated once, with every value and comment, in a document of its own', () => {
    fc.assert(
      fc.property(arbitraryOf(KINDS[kind].schema), states, (data, state) => {
        const text = draftOf(kind, data as Record<string, unknown>, state);
        const document = yamlOf(text);
        const before = String(document);
        migrated(document, kind);
        expect(String(document)).toBe(before);

        const first = migrateRecord(kind, text);
        // Without a version, and without a field as the draft wrote it.
        fc.pre(first.outcome === 'migrated');
        expect(migrateRecord(kind, first.text)).toEqual({ outcome: 'current' });
        expect(valuesOf(yamlOf(first.text).contents).toSorted()).toEqual(valuesOf(document.contents).toSorted());
        for (const [comment] of text.matchAll(/(?:above|behind) \d+\./g)) expect(first.text).toContain(comment);
      }),
      RUNS,
    );
  });
});
