import { describe, expect, test } from 'vitest';
import { turned } from '../registry/fixtures/turned.ts';
import { loadRegistry } from '../registry/load-fs.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { KIND_NAMES, KINDS, type Kind } from '../schema/kinds.ts';
import type { AnyRecord, RecordOf, Registry } from '../schema/registry.ts';
import { columnGroups } from './columns.ts';
import { exportRecords } from './export-records.ts';
import { readRecords, readTable } from './fixtures/read-export.ts';

/** Some record of it fills every field of every kind; it declares fields of its own. */
const { registry } = loadRegistry('src/e2e/fixtures/arabic-copy');

const namesOf = (of: Registry, kind: Kind) =>
  columnGroups(of, kind).flatMap(({ columns }) => columns.map(({ name }) => name));
const ofKind = (of: Registry, kind: Kind) => of.records.filter((record) => record.kind === kind);

function read(of: Registry, kind: Kind) {
  const groups = columnGroups(of, kind).filter(({ own }) => own !== undefined);
  const named = (types: readonly string[]) =>
    groups
      .filter(({ own }) => types.includes(own?.type ?? ''))
      .flatMap(({ columns }) => columns.map(({ name }) => name));
  const text = exportRecords(of, { kind, format: 'csv' });
  return readRecords(kind, text, { lists: named(['choices']), plain: named(['number', 'boolean']) });
}

/** What the table cannot tell apart from what it holds, as the page about it says: an empty list is none. */
function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => !(Array.isArray(each) && each.length === 0));
  return Object.fromEntries(entries.map(([key, each]) => [key, stated(each)]));
}

const asTable = ({ id, zone, data, body }: AnyRecord) => ({
  id,
  zone,
  data: stated(data),
  ...(body === undefined ? {} : { body: body.trim() }),
});

describe.each(KIND_NAMES)('the table of the kind %s', (kind) => {
  test('holds all that its records say, such that it can be read again', () => {
    const records = ofKind(registry, kind);
    expect(records.length).toBeGreaterThan(0);
    expect(read(registry, kind)).toEqual(records.map(asTable));
  });

  test('has columns for every field of its schema, each with a name of its own', () => {
    const groups = columnGroups(registry, kind);
    const names = namesOf(registry, kind);
    expect(new Set(names).size).toBe(names.length);
    const fields = fieldsOf(KINDS[kind].schema).map(({ path }) => path.join('.'));
    const covered = groups.map(({ path, form }) => ({ path: path.join('.'), form }));
    const lacking = fields.filter(
      (field) =>
        !covered.some(
          ({ path, form }) =>
            path === field ||
            path.startsWith(`${field}.`) ||
            ((form === 'json' || form === 'list' || form === 'text') && field.startsWith(`${path}.`)),
        ),
    );
    expect(lacking).toEqual([]);
  });
});

test('a text in several languages has a column for each of the registry’s, then for each other that occurs', () => {
  const names = namesOf(registry, 'project').filter((name) => name.startsWith('summary.'));
  expect(names.slice(0, 3)).toEqual(['summary.ar', 'summary.en', 'summary.fr']);
  const others = new Set(
    ofKind(registry, 'project').flatMap(({ data }) => Object.keys('summary' in data ? (data.summary ?? {}) : {})),
  );
  expect(new Set(names)).toEqual(new Set(['ar', 'en', 'fr', ...others].map((language) => `summary.${language}`)));
});

test('each field that the copy declares has a column; what it does not declare, or does not take, stands in one', () => {
  const names = namesOf(registry, 'project').filter((name) => name.startsWith('extensions'));
  const keys = (registry.config.extensions?.['jo'] ?? []).map(({ key }) => `extensions.jo.${key}`);
  expect(names).toEqual([...keys, 'extensions']);
  expect(namesOf(registry, 'organization')).not.toContain('extensions.jo.users');
  const [first] = ofKind(registry, 'project') as RecordOf<'project'>[];
  const extensions = { jo: { users: 'many', tier: 'first', ['__proto__x']: 1 }, ma: { note: ['=1', { a: null }] } };
  const of = { ...registry, records: [{ ...first, data: { ...first?.data, extensions } }] } as Registry;
  const [names2 = [], row = []] = readTable(exportRecords(of, { kind: 'project', format: 'csv' }));
  const cell = (name: string) => row[names2.indexOf(name)];
  expect([cell('extensions.jo.users'), cell('extensions.jo.tier')]).toEqual(['', 'first']);
  expect(cell('extensions')).toBe('{"jo":{"__proto__x":1,"users":"many"},"ma":{"note":["=1",{"a":null}]}}');
  expect(read(of, 'project')[0]?.data['extensions']).toEqual(extensions);
});

describe('hostile texts', () => {
  const texts = [
    '=cmd|"/c calc"!A1',
    "'=1",
    "''+1",
    "'plain",
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
    'a|b\\|c\\',
    '\\',
    '|',
    'one\ntwo\r\nthree',
    '"quoted", and more',
    'نص، عربي',
    '\u{1f600}',
    'id,zone',
  ];
  const [first] = ofKind(registry, 'project') as RecordOf<'project'>[];
  const records = texts.map((text, at) => ({
    ...first,
    id: `jo/hostile-${String(at).padStart(2, '0')}`,
    data: {
      ...first?.data,
      name: text,
      tags: [text, 'x', text],
      description: { en: text },
      support: [{ name: text, url: 'https://post.example.org/' }],
      extensions: { jo: { nationalCode: text, users: -5 } },
    },
  })) as AnyRecord[];
  const of = { ...registry, records } as Registry;

  test('come out of the table as they went in', () => {
    expect(read(of, 'project')).toEqual(records.map(asTable));
  });

  test('are no formulas in a spreadsheet; a negative number stays a number', () => {
    const rows = readTable(exportRecords(of, { kind: 'project', format: 'csv' }));
    expect(rows.length).toBe(texts.length + 1);
    const formulas = rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell));
    expect(new Set(formulas)).toEqual(new Set(['-5']));
  });
});

test('the same registry gives the same bytes, whatever the order of its records and fields', () => {
  const records = registry.records.toReversed().map((record) => ({ ...record, data: turned(record.data) }));
  const shuffled = { ...registry, records } as Registry;
  for (const kind of KIND_NAMES)
    for (const format of ['csv', 'json', 'jsonl'] as const)
      expect(exportRecords(shuffled, { kind, format })).toBe(exportRecords(registry, { kind, format }));
});

test('JSON holds every record as it is, and each stands on a line', () => {
  const wanted = registry.records.map(({ id, kind, zone, data, body }) => ({
    id,
    kind,
    zone,
    data,
    ...(body === undefined ? {} : { body: body.trim() }),
  }));
  const json = exportRecords(registry, { kind: 'all', format: 'json' });
  expect(JSON.parse(json)).toEqual(wanted);
  expect(json.split('\n').length).toBe(wanted.length + 3);
  const lines = exportRecords(registry, { kind: 'all', format: 'jsonl' }).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(wanted);
  expect(Object.keys(JSON.parse(lines[0] ?? '{}')).slice(0, 4)).toEqual(['id', 'kind', 'zone', 'data']);
});

test('of nothing there is a table with names alone, and an empty list', () => {
  const none = { ...registry, records: [] };
  expect(readTable(exportRecords(none, { kind: 'notice', format: 'csv' })).length).toBe(1);
  expect(exportRecords(none, { kind: 'all', format: 'json' })).toBe('[]\n');
  expect(exportRecords(none, { kind: 'all', format: 'jsonl' })).toBe('');
});
