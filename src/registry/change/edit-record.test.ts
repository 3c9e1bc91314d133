import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editRecord } from './edit-record.ts';

const HEAD = `# yaml-language-server: $schema=../../../public/schema/project.json
schemaVersion: 1
`;

/** Edits YAML as a project; the head of a record stands before it. */
function edited(text: string, change: (data: Record<string, never>) => unknown): string | undefined {
  const data = parse(HEAD + text) as Record<string, never>;
  const after = editRecord('project', HEAD + text, { ...data, ...(change(data) as object) });
  return after?.startsWith(HEAD) ? after.slice(HEAD.length) : after;
}

const gone = undefined;

describe('a field', () => {
  test.each([
    [
      'keeps quotes and the comment behind it',
      `name: "Post" # as on its page\n`,
      { name: 'Mail: all' },
      `name: "Mail: all" # as on its page\n`,
    ],
    ['gets quotes where it needs them', `name: Post\n`, { name: 'Mail: all' }, `name: "Mail: all"\n`],
    ['of one line that gets two becomes a block', `name: 'Post' # c\n`, { name: 'a\nb\n' }, `name: | # c\n  a\n  b\n`],
    [
      'in a block stays one',
      `name: |- # c\n  a\n  b\nstarted: 2019\n`,
      { name: 'a\n\nc' },
      `name: |- # c\n  a\n\n  c\nstarted: 2019\n`,
    ],
    [
      'of several lines that gets one has no block',
      `name: |\n  a\n  b\n# c\nstarted: 2019\n`,
      { name: 'a' },
      `name: a\n# c\nstarted: 2019\n`,
    ],
    ['that was empty', `name: # c\nstarted: 2019\n`, { name: 'a' }, `name: a # c\nstarted: 2019\n`],
    ['that is a number becomes text', `started: 2019 # c\n`, { started: '2019-06' }, `started: 2019-06 # c\n`],
    [
      'goes with the comment above it',
      `# the name\nname: a # b\n\n# the start\nstarted: 2019\n`,
      { name: gone },
      `\n# the start\nstarted: 2019\n`,
    ],
    ['at the end goes with the blank line above', `name: a\n\n# c\nstarted: 2019\n`, { started: gone }, `name: a\n`],
    [
      'leaves a comment of others',
      `name: a\n# of a part\n\nstatus: beta\nstarted: 2019\n`,
      { status: gone },
      `name: a\n# of a part\n\nstarted: 2019\n`,
    ],
    [
      'goes with comments deeper than itself',
      `name:\n  en: a\n  # more languages?\nstarted: 2019\n`,
      { name: gone },
      `started: 2019\n`,
    ],
    [
      'comes where the schema has it',
      `name: a\n\n# c\nstarted: 2019\n`,
      { status: 'beta' },
      `name: a\nstatus: beta\n\n# c\nstarted: 2019\n`,
    ],
    [
      'comes where it would be in a record of another order',
      `started: 2019\nname: a\n`,
      { status: 'beta' },
      `started: 2019\nname: a\nstatus: beta\n`,
    ],
    ['comes to a last line without a break', `name: a`, { status: 'beta' }, `name: a\nstatus: beta\n`],
    ['changes in a last line without a break, which gets one', `name: a`, { name: 'b' }, `name: b\n`],
    ['changes above a last line without a break', `name: a\nstarted: 2019`, { name: 'b' }, `name: b\nstarted: 2019`],
    [
      'with Windows line ends keeps them',
      `name: a\r\nlicense: MIT\r\n`,
      { name: 'a\nb', status: 'beta' },
      `name: |-\r\n  a\r\n  b\r\nstatus: beta\r\nlicense: MIT\r\n`,
    ],
    [
      'leaves comments below it',
      `name: a # c\n  # deeper\nstarted:\n# below\n`,
      { name: 'a\nb', started: 2019 },
      `name: |- # c\n  a\n  b\n# deeper\nstarted: 2019\n# below\n`,
    ],
    ['of several lines between quotes', `name: "a\n  b" # c\n`, { name: 'd' }, `name: "d" # c\n`],
  ])('%s', (_, before, change, after) => {
    expect(edited(before, () => change)).toBe(after);
  });
});

describe('a text by language', () => {
  const before = `summary:\n    en: "Post" # c\n    fr: Poste\n`;
  test.each([
    ['changes in one', { en: 'Mail', fr: 'Poste' }, `summary:\n    en: "Mail" # c\n    fr: Poste\n`],
    [
      'comes in another, as it was given',
      { en: 'Post', de: 'Post', fr: 'Poste' },
      `summary:\n    en: "Post" # c\n    de: Post\n    fr: Poste\n`,
    ],
    ['goes', { fr: 'Poste' }, `summary:\n    fr: Poste\n`],
    ['is one text now', 'Post', `summary: Post\n`],
  ])('%s', (_, summary, after) => {
    expect(edited(before, () => ({ summary }))).toBe(after);
  });
});

describe('a list', () => {
  const before = `functions:\n# why\n- 'a' # first\n- b\n\n- c\nlicense: MIT\n`;
  test.each([
    [
      'gets an item',
      ['a', 'x', 'b', 'c', 'y'],
      `functions:\n# why\n- 'a' # first\n- x\n- b\n\n- c\n- y\nlicense: MIT\n`,
    ],
    ['changes one', ['a', 'b: c', 'c'], before.replace('- b', '- "b: c"')],
    ['loses its first', ['b', 'c'], `functions:\n- b\n\n- c\nlicense: MIT\n`],
    ['loses its last', ['a', 'b'], `functions:\n# why\n- 'a' # first\n- b\nlicense: MIT\n`],
    ['has another order', ['b', 'a', 'c'], `functions:\n- b\n# why\n- 'a' # first\n\n- c\nlicense: MIT\n`],
    ['is empty', [], `functions: []\nlicense: MIT\n`],
  ])('%s', (_, functions, after) => {
    expect(edited(before, () => ({ functions }))).toBe(after);
  });

  test.each([
    ['gets items', ['z', 'a', 'b', 'c, d'], `functions: [z, 'a', "b", "c, d"] # c\n`],
    ['loses its first', ['b'], `functions: ["b"] # c\n`],
    ['loses its last', ['a'], `functions: ['a'] # c\n`],
    ['changes one', ['a', 'd'], `functions: ['a', "d"] # c\n`],
    ['has none in common', ['d', 'e', 'f'], `functions: ['d', "e", f] # c\n`],
  ])('between brackets %s', (_, functions, after) => {
    expect(edited(`functions: ['a', "b"] # c\n`, () => ({ functions }))).toBe(after);
  });

  test('that was empty gets lines', () => {
    expect(edited('functions: []\n', () => ({ functions: ['a'] }))).toBe('functions:\n  - a\n');
  });
});

describe('a list of maps', () => {
  const first = `  - organization: ca/a # the first\n    role: host\n`;
  const second = `  # the second\n  - role: "x"\n    # its page\n    organization: ca/b\n`;
  const before = `partners:\n${first}${second}`;
  const [a, b] = [
    { organization: 'ca/a', role: 'host' },
    { organization: 'ca/b', role: 'x' },
  ];
  test.each([
    ['changes in one field of one item', [a, { ...b, role: 'y' }], before.replace('"x"', '"y"')],
    ['loses an item', [b], `partners:\n${second}`],
    ['has another order', [b, a], `partners:\n${second}${first}`],
    ['changes the item of the same identity', [{ ...b, role: 'y' }], `partners:\n${second.replace('"x"', '"y"')}`],
    ['gets an item between', [a, { organization: 'ca/c' }, b], `partners:\n${first}  - organization: ca/c\n${second}`],
    [
      'loses the field behind the dash',
      [a, { organization: 'ca/b' }],
      `partners:\n${first}  # the second\n  - # its page\n    organization: ca/b\n`,
    ],
    [
      'gets a field',
      [{ organization: 'ca/a', role: 'host' }, { organization: 'ca/b' }],
      `partners:\n${first}  # the second\n  - # its page\n    organization: ca/b\n`,
    ],
  ])('%s', (_, partners, after) => {
    expect(edited(before, () => ({ partners }))).toBe(after);
  });

  test('has a field more behind the dash', () => {
    const after = `partners:\n  - organization: ca/a\n    role: host # c\n`;
    expect(edited('partners:\n  - role: host # c\n', () => ({ partners: [a] }))).toBe(after);
  });
});

describe('a text with other text below', () => {
  const before = `---\nschemaVersion: 1\ntitle: Post # c\n---\n\n\nText.\n`;
  test('keeps it, and its blank lines', () => {
    expect(editRecord('note', before, { schemaVersion: 1, title: 'Mail' })).toBe(before.replace('Post', 'Mail'));
    expect(editRecord('note', before, { schemaVersion: 1, title: 'Post' }, { body: 'Text.' })).toBe(before);
  });
  test('gets another', () => {
    const after = editRecord('note', before, { schemaVersion: 1, title: 'Post' }, { body: 'Other.\n' });
    expect(after).toBe('---\nschemaVersion: 1\ntitle: Post # c\n---\n\nOther.\n');
  });
});

test('what is not sound, or cannot be said in YAML, is not written', () => {
  expect(editRecord('project', 'name: [', { name: 'a' })).toBeUndefined();
  expect(editRecord('project', 'name: &a b\n', { name: 'a' })).toBeUndefined();
  expect(editRecord('project', 'name: a\n', { name: 1.5 })).toBeUndefined();
  const hostile = JSON.parse('{"name":"a","extensions":{"ca":{"__proto__":1}}}');
  expect(editRecord('project', 'name: a\n', hostile)).toBeUndefined();
  expect(({} as Record<string, unknown>)['ca']).toBeUndefined();
});

test('a layout that no line can be put into is written anew in the smallest field around', () => {
  const text = `# c\nname: a # b\naudience:\n  ? scope\n  : - x\n`;
  const after = editRecord('project', text, { name: 'a', audience: { scope: ['x', 'y'] } });
  expect(after).toBe(`# c\nname: a # b\naudience:\n  scope:\n    - x\n    - y\n`);
});
