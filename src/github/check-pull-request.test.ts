import { expect, test } from 'vitest';
import { sha256 } from '../federation/sha256-node.ts';
import { roleOf } from '../registry/files.ts';
import { PULL_REQUEST_RULES } from '../rules/pull-request-rules.ts';
import { checkPullRequest } from './check-pull-request.ts';
import type { FileDifference, PullRequestInput } from './pull-request-input.ts';

const CONFIG = 'registry.yaml';
const role = roleOf(CONFIG);
const config = { schemaVersion: 1, id: 'x', name: { en: 'X' }, zones: ['ca'], languages: ['en'], dataLicense: 'MIT' };

function check(differences: readonly FileDifference[], more: Partial<PullRequestInput> = {}): string[] {
  const { issues } = checkPullRequest({
    ...{ base: 'b', head: 'h', folder: 'registry', paths: [], maxFiles: 50, isOurs: false, isCrossed: false },
    today: '2026-11-23',
    sha256,
    sources: [{ file: CONFIG, role, parsed: { data: config, findings: [] } }],
    textOf: () => undefined,
    differences,
    ...more,
  });
  return issues.filter(({ severity }) => severity === 'error').map(({ rule, code, line }) => `${rule}/${code}:${line}`);
}

const added = (path: string, mode = '100644', content?: string): FileDifference => ({
  path,
  isUtf8: true,
  after: {
    ...{ mode, hash: path, size: content?.length ?? 1 },
    ...(content === undefined ? {} : { bytes: new TextEncoder().encode(content) }),
  },
});

test('what git may one day have at a path is no plain file either', () => {
  expect(check([added('src/x', '040000'), added('src/y', '150000')])).toEqual([
    'pr-file-mode/other:1',
    'pr-file-mode/other:1',
  ]);
});

test('of thousands of files the first are looked at, and that is said', () => {
  const files = Array.from({ length: 3000 }, (_, number) => added(`src/${number}`, '120000'));
  const found = check(files);
  expect(found).toContain('pr-size/unread:1');
  expect(found).toHaveLength(1001);
});

test('what was not read is no pass', () => {
  expect(check([added('registry/projects/ca/x.yaml')])).toEqual(['pr-size/heavy:1']);
});

test('a record of a zone that is not ours is refused, also where it is only taken away', () => {
  const stone = 'schemaVersion: 1\nstate: tombstone\nreason: withdrawn\n';
  expect(check([added('registry/projects/de/x.yaml', '100644', stone)])).toEqual(['pr-foreign-zone/foreign:1']);
  expect(check([added('registry/projects/ca/x.yaml', '100644', stone)])).toEqual([]);
});

test('a record that is taken from another copy is no less foreign', () => {
  const federation = {
    schemaVersion: 1,
    sources: [{ id: 'de', url: 'https://de.example.org/', zones: ['de'], trust: 'review' }],
  };
  const sources = [
    { file: CONFIG, role, parsed: { data: config, findings: [] } },
    { file: 'federation.yaml', role: roleOf('federation.yaml'), parsed: { data: federation, findings: [] } },
  ];
  const office = 'schemaVersion: 1\nname: Office\nsummary: {en: Serves}\ntype: national\ncountry: DE\n';
  const found = check([added('registry/organizations/de/x.yaml', '100644', office)], { sources });
  expect(found).toEqual(['pr-foreign-zone/foreign:1']);
});

test('a registry may be a repository’s root', () => {
  expect(check([added('projects/ca/x.yaml', '100644', 'x')], { folder: '' })).toEqual(['yaml-syntax/map:1']);
});

test.each(PULL_REQUEST_RULES)('the rule $id says what is wrong, why it matters and what to do', (rule) => {
  const { doc, messages, hints = {} } = rule as typeof rule & { hints?: Record<string, string> };
  expect(rule.id).toMatch(/^pr-/);
  expect(doc.title).toMatch(/[^.]$/);
  expect(Object.keys(messages)).toEqual(expect.arrayContaining(Object.keys(hints)));
  for (const sentence of [doc.why, doc.mend, ...Object.values(messages), ...Object.values(hints)])
    expect(sentence).toMatch(/\.$/);
});
