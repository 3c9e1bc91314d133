import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../../src/registry/fixtures/hostile/hostile-file.ts';
import { type Changes, fixtureFiles, GitRepository } from '../../fixtures/git-repository.ts';
import { checkRevisions } from './check-revisions.ts';

const TODAY = '2026-11-23';
const git = new GitRepository();
afterAll(() => git.remove());

const named = (name: string, more = '') => `${PROJECT.replace('Letter Post', name)}license: MIT\n${more}`;
const PARCELS = named('Parcels', 'repository: https://code.example.org/parcels\n');
const ended = 'ended:\n  date: 2026\n  reason:\n    en: Its money ended\n  successor: int/parcels\n';
const base = git.commit({
  ...fixtureFiles(),
  'registry/projects/int/parcels.yaml': PARCELS,
  'registry/projects/int/stamps.yaml': named('Stamps', 'formerIds:\n  - int/old-stamps\n'),
  'registry/projects/int/uses-parcels.yaml': named('Customs', 'basedOn:\n  - int/parcels\n'),
  'registry/projects/int/lost.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n',
  'registry/federation.yaml': 'schemaVersion: 1\ndelegations:\n  fr: https://registre.example.fr/\n',
  'registry/projects/fr/courrier.yaml': named('Courrier'),
});

function check(changes: Changes, target = base, isOurs = false) {
  return checked(git.commit(changes, base), target, isOurs);
}

function checked(head: string, target: string, isOurs = false) {
  const { report } = checkRevisions({
    repository: git.folder,
    base: target,
    head,
    folder: 'registry',
    isOurs,
    today: TODAY,
  });
  return {
    ...report,
    head: report.head === head,
    told: report.issues
      .filter(({ severity }) => severity !== 'info')
      .map(({ file, line, rule, code, severity }) => `${severity} ${file}:${line} ${rule}/${code}`),
    outcomes: Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome])),
    actions: report.records.map(({ action, id, formerId }) =>
      [action, id, ...((formerId ?? []).length === 0 ? [] : [formerId])].join(' '),
    ),
  };
}

describe('clean changes pass, and are told for what they are', () => {
  test('a record is added', () => {
    const { passed, head, ...report } = check({ 'registry/projects/ca/post.yaml': named('Post of Canada') });
    expect([passed, head, report.told]).toEqual([true, true, []]);
    expect(report).toMatchObject({
      base,
      scope: 'records',
      files: [{ path: 'registry/projects/ca/post.yaml', status: 'added' }],
      records: [{ action: 'add', kind: 'project', id: 'ca/post', file: 'registry/projects/ca/post.yaml', changes: [] }],
      zones: ['ca'],
      kinds: ['project'],
    });
    expect(report.records[0]?.after).toMatchObject({ name: 'Post of Canada' });
    expect(report.outcomes).toMatchObject({
      scope: 'passed',
      yaml: 'passed',
      similarity: 'passed',
      immutability: 'skipped',
    });
  });

  test('a record is edited: only what is said differently is a change', () => {
    const report = check({ 'registry/projects/int/parcels.yaml': `# by us\n${PARCELS.replace('MIT', 'EUPL-1.2')}` });
    expect(report).toMatchObject({ passed: true, told: [], actions: ['edit int/parcels'] });
    expect(report.records[0]?.changes).toEqual([{ path: ['license'], before: 'MIT', after: 'EUPL-1.2' }]);
  });

  test('a record is renamed, and what refers to it follows', () => {
    const report = check({
      'registry/projects/int/parcels.yaml': undefined,
      'registry/projects/int/packets.yaml': `${PARCELS}formerIds:\n  - int/parcels\n`,
      'registry/projects/int/uses-parcels.yaml': named('Customs', 'basedOn:\n  - int/packets\n'),
    });
    expect(report).toMatchObject({
      passed: true,
      told: [],
      actions: ['rename int/packets int/parcels', 'edit int/uses-parcels'],
    });
  });

  test('a project ends', () => {
    const text = named('Stamps', `formerIds:\n  - int/old-stamps\n${ended}`).replace('stable', 'obsolete');
    expect(check({ 'registry/projects/int/stamps.yaml': text })).toMatchObject({
      passed: true,
      actions: ['end int/stamps'],
    });
  });

  test('a tombstone takes a record’s place', () => {
    const stone = 'schemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/stamps\n';
    const report = check({
      'registry/projects/int/parcels.yaml': stone,
      'registry/projects/int/uses-parcels.yaml': named('Customs', 'basedOn:\n  - int/stamps\n'),
    });
    expect(report).toMatchObject({ passed: true, told: [], actions: ['entomb int/parcels', 'edit int/uses-parcels'] });
  });

  test('two kinds at once, one needing the other', () => {
    const report = check({
      'registry/organizations/ca/bureau.yaml':
        'schemaVersion: 1\nname: A Bureau\ntype: national\ncountry: CA\nwebsite: https://bureau.example.org/\n',
      'registry/projects/ca/desk.yaml': named('Desk').replace('int/office', 'ca/bureau'),
    });
    expect(report).toMatchObject({ passed: true, told: [], kinds: ['organization', 'project'], zones: ['ca'] });
  });

  test('code alone is not ours to judge', () => {
    const report = check({ 'src/index.ts': 'export const x = 1;\n' });
    expect(report).toMatchObject({ passed: true, told: [], scope: 'code', records: [] });
    expect(report.outcomes).toMatchObject({ scope: 'passed', tree: 'passed', bytes: 'skipped', registry: 'skipped' });
  });

  test('nothing', () => {
    expect(check({})).toMatchObject({ passed: true, scope: 'nothing', files: [], told: [] });
  });
});

const post = 'registry/projects/int/post.yaml';

describe.each<[string, Changes, readonly string[]]>([
  [
    'data and code together',
    { [post]: named('Post'), 'src/index.ts': '', 'package.json': '{"x":1}' },
    ['error package.json:1 pr-scope/mixed'],
  ],
  [
    'a vocabulary',
    { 'registry/vocabularies/domains.yaml': `${fixtureFiles()['registry/vocabularies/domains.yaml']}# x\n` },
    ['warning registry/vocabularies/domains.yaml:1 pr-settings/vocabulary'],
  ],
  ['who decides', { '.github/policy.yml': 'automerge: true\n' }, ['warning .github/policy.yml:1 pr-settings/settings']],
  [
    'the same repository',
    { [post]: named('Post', 'repository: https://code.example.org/parcels.git\n') },
    [`error ${post}:12 repository-unique/duplicate`, `warning ${post}:12 repository-address/ending`],
  ],
  ['a look-alike', { [post]: named('Parcels!') }, [`warning ${post}:2 similar-name/similar`]],
  [
    'a deletion',
    { 'registry/projects/int/stamps.yaml': undefined },
    ['error registry/projects/int/stamps.yaml:1 pr-deletion/gone'],
  ],
  [
    'a deletion that others feel',
    { 'registry/projects/int/parcels.yaml': undefined },
    [
      'error registry/projects/int/parcels.yaml:1 pr-deletion/gone',
      'error registry/projects/int/uses-parcels.yaml:13 reference-exists/missing',
    ],
  ],
  [
    'a rename without a trace',
    { 'registry/projects/int/stamps.yaml': undefined, [post]: named('Stamps') },
    [`error ${post}:1 pr-deletion/renamed`],
  ],
  [
    'a rename that loses an older id',
    {
      'registry/projects/int/stamps.yaml': undefined,
      [post]: named('Stamps', 'formerIds:\n  - int/stamps\n'),
    },
    [`error ${post}:12 pr-id/former`],
  ],
  [
    'a former id given up',
    { 'registry/projects/int/stamps.yaml': named('Stamps') },
    ['error registry/projects/int/stamps.yaml:1 pr-id/former'],
  ],
  [
    'a former id taken',
    { 'registry/projects/int/old-stamps.yaml': named('Letters') },
    ['error registry/projects/int/old-stamps.yaml:1 pr-id/aliased'],
  ],
  [
    'a tombstone overwritten',
    { 'registry/projects/int/lost.yaml': named('Found') },
    ['error registry/projects/int/lost.yaml:1 pr-id/buried'],
  ],
  [
    'a tombstone deleted',
    { 'registry/projects/int/lost.yaml': undefined },
    ['error registry/projects/int/lost.yaml:1 pr-deletion/stone'],
  ],
  [
    'a status that goes back',
    {
      'registry/projects/int/stamps.yaml': named('Stamps', 'formerIds:\n  - int/old-stamps\n').replace(
        'stable',
        'beta',
      ),
    },
    ['warning registry/projects/int/stamps.yaml:6 pr-status-back/back'],
  ],
  [
    'a status that goes back behind a rename',
    {
      'registry/projects/int/parcels.yaml': undefined,
      'registry/projects/int/uses-parcels.yaml': named('Customs', 'basedOn:\n  - int/post\n'),
      [post]: `${PARCELS.replace('stable', 'beta')}formerIds:\n  - int/parcels\n`,
    },
    [`warning ${post}:6 pr-status-back/back`],
  ],
  [
    'a record of a delegated zone',
    { 'registry/projects/fr/post.yaml': named('La Poste') },
    ['error registry/projects/fr/post.yaml:1 zone-authority/delegated'],
  ],
  [
    'a delegated record taken away',
    { 'registry/projects/fr/courrier.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n' },
    ['error registry/projects/fr/courrier.yaml:1 pr-foreign-zone/delegated'],
  ],
  [
    'a zone taken back with its record',
    {
      'registry/federation.yaml': 'schemaVersion: 1\n',
      'registry/projects/fr/post.yaml': named('La Poste'),
    },
    [
      'warning registry/federation.yaml:1 pr-settings/settings',
      'error registry/projects/fr/post.yaml:1 pr-foreign-zone/delegated',
    ],
  ],
  [
    'observed facts by hand',
    { 'registry/observed/changes.jsonl': `{"schemaVersion":1,"commit":"${base}"}\n` },
    ['error registry/observed/changes.jsonl:1 pr-observed/hand'],
  ],
  [
    'a term that records use',
    {
      'registry/vocabularies/functions.yaml':
        'schemaVersion: 1\nid: functions\nterms:\n  payments:\n    label:\n      en: Payments\n',
    },
    [
      'warning registry/vocabularies/functions.yaml:1 pr-settings/vocabulary',
      'error registry/projects/fr/courrier.yaml:8 vocabulary-term/unknown',
      'error registry/projects/int/parcels.yaml:8 vocabulary-term/unknown',
      'error registry/projects/int/stamps.yaml:8 vocabulary-term/unknown',
      'error registry/projects/int/uses-parcels.yaml:8 vocabulary-term/unknown',
    ],
  ],
  [
    'several faults at once',
    { [post]: named('Post', 'licence: MIT\n').replace('stable', 'done') },
    [`error ${post}:6 wrong-value/value`, `error ${post}:12 unknown-field/unknown`],
  ],
])('%s', (_, changes, told) => {
  test('is found, and nothing else is', () => {
    const report = check(changes);
    expect(report.told).toEqual(told);
    expect(report.passed).toBe(told.every((line) => line.startsWith('warning')));
  });
});

describe('the target has moved on', () => {
  test('what both changed is a conflict', () => {
    const target = git.commit({ 'registry/projects/int/parcels.yaml': named('Parcels'), [post]: named('Post') }, base);
    const report = check(
      {
        'registry/projects/int/parcels.yaml': named('Parcels', 'tags:\n  - x\n'),
        [post]: named('Post', 'tags:\n  - x\n'),
      },
      target,
    );
    expect(report.told).toEqual([
      'error registry/projects/int/parcels.yaml:1 pr-conflict/both',
      `error ${post}:1 pr-conflict/both`,
    ]);
    expect(report.base).toBe(base);
  });
  test('what the target did meanwhile counts, and is not the pull request’s', () => {
    const target = git.commit(
      {
        'registry/projects/int/later.yaml': named('Later', 'repository: https://code.example.org/post\n'),
        'registry/projects/int/stamps.yaml': undefined,
      },
      base,
    );
    const report = check({ [post]: named('Post', 'repository: https://code.example.org/post\n') }, target);
    expect(report.actions).toEqual(['add int/post']);
    expect(report.told).toEqual([`error ${post}:12 repository-unique/duplicate`]);
  });
  test('a branch that hides behind two beginnings is not taken for what it shows', () => {
    const mended = { 'registry/projects/int/parcels.yaml': named('Parcels', 'tags:\n  - x\n') };
    const [ours, theirs] = [
      git.commit({ 'registry/projects/int/later.yaml': named('Later') }, base),
      git.commit(mended, base),
    ];
    const target = git.commit(mended, ours, { takesOver: theirs });
    // Merged, it undoes what came by `theirs`; compared with `ours`, it only adds a record.
    const head = git.commit({ [post]: named('Post') }, ours, { takesOver: theirs });
    expect(checked(head, target).told).toContain(`error ${post}:1 pr-conflict/crossed`);
  });
  test('the same change on both sides is none', () => {
    const target = git.commit({ [post]: named('Post') }, base);
    expect(check({ [post]: named('Post') }, target)).toMatchObject({ passed: true, told: [] });
  });
});

test('what our own programs write passes when they write it', () => {
  const log = `{"schemaVersion":1,"commit":"${base}"}\n`;
  expect(check({ 'registry/observed/changes.jsonl': log }, base, true)).toMatchObject({ passed: true, told: [] });
});
