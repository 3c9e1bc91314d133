import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { markedValues } from '../../rules/marked-values.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import type { Draft } from '../../schema/registry.ts';
import { arbitraryOf } from '../fixtures/arbitraries.ts';
import { fc, runs } from '../fixtures/fast-check.ts';
import { YAML_STYLE } from '../format.ts';
import { withFormerId } from './former-id.ts';
import { redirectReferences } from './redirect-references.ts';
import { planRename } from './rename.ts';
import { readSource } from './source.ts';

const RUNS = runs(20);

const project = (more: string) => `schemaVersion: 1\nname: Post\nowner: int/office\n${more}`;
const redirected = (text: string, to = 'int/new', record = { kind: 'project', id: 'int/post' } as const) =>
  redirectReferences(record, text, { kind: 'project', id: 'int/old' }, to)?.text;

describe('a reference that leads elsewhere', () => {
  test('keeps its comment, its quotes and everything around it', () => {
    const text = project(
      'related:   # why\n   - "int/old"   # first\n   -   int/older\ninsteadOf: [ Letters, int/old ]\n',
    );
    expect(redirected(text)).toBe(
      project('related:   # why\n   - "int/new"   # first\n   -   int/older\ninsteadOf: [ Letters, int/new ]\n'),
    );
  });
  test('is found behind escapes, and where its file has faults of its own', () => {
    expect(redirected(project('related: ["int\\/old"]\nlicence: MIT\nrelated2: 1\n'))).toBe(
      project('related: ["int/new"]\nlicence: MIT\nrelated2: 1\n'),
    );
  });
  test('is no reference where the field is another, of another kind, or part of a longer id', () => {
    const text = `# int/old\n${project('partners:\n  - organization: int/old\nrelated:\n  - int/old-post\nformerIds:\n  - int/old\ntags:\n  - int/old\n')}`;
    expect(redirected(text)).toBe(text);
  });
  test('is left out where it would stand twice, or name the record itself; an empty list goes', () => {
    const text = project('# what else\nrelated:\n  - int/new # as good\n  - int/old\ndistinctFrom:\n  - int/old\n');
    expect(redirected(text)).toMatch(/related:\n {2}- int\/new # as good\ndistinctFrom:\n {2}- int\/new\n$/);
    expect(redirected(text, 'int/post')).toMatch(/related:\n {2}- int\/new # as good\n$/);
  });
  test('is a tombstone’s successor', () => {
    const text = 'schemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/old # soon\n';
    expect(redirected(text)).toBe(text.replace('int/old', 'int/new'));
    expect(redirected(text, 'int/new', { kind: 'organization', id: 'int/office' } as never)).toBe(text);
  });
  test('is a component in a text, by its parsed place', () => {
    const note = { kind: 'note', id: 'int/2026-01-01-x' } as const;
    const front = '---\nschemaVersion: 1\nprojects:\n  - int/old\n---\n';
    const body =
      '\nWhat `<Project id="int/old" />` shows: <Project id=\'int/old\' />, and\n\n<Project  id="int/old"/>\n\n<Standard id="int/old" />\n';
    const result = redirectReferences(note, front + body, { kind: 'project', id: 'int/old' }, 'int/new');
    expect(result?.text).toBe(
      `${front}${body}`
        .replace('  - int/old', '  - int/new')
        .replace("id='int/old'", "id='int/new'")
        .replace('Project  id="int/old"', 'Project  id="int/new"'),
    );
    expect(result?.places).toEqual(['projects.0', 'text', 'text']);
    expect(redirectReferences(note, `${front}<Project id="int/old"`, { kind: 'project', id: 'int/old' }, 'x/y')).toBe(
      undefined,
    );
  });
  test('is not guessed in a file that cannot be read', () => {
    expect(redirected('name: x: y\nrelated:\n  - int/old\n')).toBe(undefined);
    expect(redirected('name: x: y\n')).toBe('name: x: y\n');
  });
});

describe('a former id', () => {
  test.each([
    [
      'in its place',
      'related:\n  - int/a\n# tags\n\n# are words\ntags: [a]\n',
      'related:\n  - int/a\nformerIds:\n  - int/old\n# tags\n\n# are words\ntags: [a]\n',
    ],
    ['at the end', 'related:\n  - int/a', 'related:\n  - int/a\nformerIds:\n  - int/old\n'],
    [
      'behind others',
      'formerIds:\n - int/a # once\n # more\ntags: [a]\n',
      'formerIds:\n - int/a # once\n - int/old\n # more\ntags: [a]\n',
    ],
    ['in a list on one line', 'formerIds: [int/a]\n', 'formerIds: [int/a, int/old]\n'],
    [
      'behind a text that keeps its blank lines',
      'description:\n  en: |+\n    x\n\nextensions: {}\n',
      'description:\n  en: |+\n    x\n\nformerIds:\n  - int/old\nextensions: {}\n',
    ],
    [
      'before a text that ends in a narrow no-break space',
      'related: [int/a]\nextensions:\n  int:\n    a: |\n      x\u202f\n',
      'related: [int/a]\nformerIds:\n  - int/old\nextensions:\n  int:\n    a: |\n      x\u202f\n',
    ],
  ])('goes %s', (_, before, after) => {
    expect(withFormerId('project', before, 'int/old')).toBe(after);
  });
});

const ids = ['int/a', 'ca/b', 'ca-qc/c', 'eu/d'];

describe.each(KIND_NAMES)('any %s', (kind: Kind) => {
  const file = (yaml: string) =>
    KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n\nText: <Project id="int/a" />.\n` : yaml;
  const written = fc
    .tuple(arbitraryOf(KINDS[kind].schema), fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'), fc.boolean())
    .map(([data, defaultStringType, flow]) => {
      let next = 0;
      for (const { path } of markedValues({ kind, data } as Draft, ({ references }) => references !== undefined)) {
        const holder = path.slice(0, -1).reduce<unknown>((value, step) => value?.[step as never], data) as Record<
          string,
          unknown
        >;
        // More of them than ids: some records refer to one twice.
        holder[path.at(-1) ?? ''] = ids[next++ % ids.length];
      }
      const style = {
        ...YAML_STYLE,
        aliasDuplicateObjects: false,
        defaultKeyType: 'PLAIN',
        collectionStyle: flow ? 'flow' : 'block',
      } as const;
      return file(`# above\n${stringify(data, { ...style, defaultStringType })}`);
    });

  test('refers elsewhere and back again, byte for byte', () => {
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(...ids),
        fc.constantFrom('project', 'organization', 'standard', 'group'),
        (text, id, to) => {
          const record = { kind, id: 'zz/own' };
          const there = redirectReferences(record, text, { kind: to as Kind, id }, 'zz/elsewhere');
          expect(there).toBeDefined();
          const back = redirectReferences(record, there?.text ?? '', { kind: to as Kind, id: 'zz/elsewhere' }, id);
          // A list that named the record twice names it once.
          if (back?.places.length === there?.places.length) expect(back?.text).toBe(text);
        },
      ),
      RUNS,
    );
  });

  test('gets a former id, and nothing else', () => {
    fc.assert(
      fc.property(written, (text) => {
        const before = readSource(kind, text)?.data ?? {};
        const changed = withFormerId(kind, text, 'zz/old') ?? '';
        const { formerIds, ...rest } = readSource(kind, changed)?.data ?? {};
        const { formerIds: former = [], ...others } = before;
        expect(rest).toEqual(others);
        expect(formerIds).toEqual([...(former as string[]), 'zz/old']);
        const lines = text.includes('# above\n{') ? [] : text.split('\n').filter((line) => line !== '  []');
        for (const line of lines) expect(changed.split('\n')).toContain(line);
      }),
      RUNS,
    );
  });
});

test('a rename writes the new file first and removes the old one last', () => {
  const texts = new Map([
    ['organizations/int/office.yaml', 'uses:\n  - project: int/old\n'],
    ['projects/int/old.yaml', project('related:\n  - int/letters\n')],
    ['projects/int/letters.yaml', project('related:\n  - int/old\n')],
    ['projects/int/else.yaml', project('')],
    ['vocabularies/functions.yaml', 'id: functions\n'],
  ]);
  const { drafts, places, unsound } = planRename(texts, { kind: 'project', id: 'int/old' }, 'ca/new');
  expect([...drafts]).toEqual([
    ['projects/ca/new.yaml', project('related:\n  - int/letters\nformerIds:\n  - int/old\n')],
    ['organizations/int/office.yaml', 'uses:\n  - project: ca/new\n'],
    ['projects/int/letters.yaml', project('related:\n  - ca/new\n')],
    ['projects/int/old.yaml', undefined],
  ]);
  expect(Object.fromEntries(places)).toEqual({
    'organizations/int/office.yaml': ['uses.0.project'],
    'projects/int/letters.yaml': ['related.0'],
  });
  expect(unsound).toEqual([]);
});
