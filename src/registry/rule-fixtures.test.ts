import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ALL_RULES, checkRegistry, REGISTRY_RULES, RULES_BY_ID } from '../rules/index.ts';
import type { Issue, RuleDefinition } from '../rules/rule.ts';
import { everyDraft } from '../schema/registry.ts';
import {
  codedIssues,
  FIXTURE_DAY,
  isFault,
  RULE_FIXTURES,
  temporaryRegistry,
  writeFiles,
} from './fixtures/temporary-registry-fs.ts';
import { unsaid } from './fixtures/unsaid-fs.ts';
import { loadRegistry } from './load-fs.ts';

/** A file that the system refuses to read; root reads everything, so that permissions alone would not do. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const openSync = (path: string, flags: string) => {
    if (path.endsWith('unreadable.yaml')) throw new Error('EACCES: permission denied');
    return fs.openSync(path, flags);
  };
  return { ...fs, openSync };
});

interface Expected {
  /** Files of the base that the failing fixture leaves out. */
  readonly without?: readonly string[];
  /** `file:line:col code “message”`, for each issue. */
  readonly issues: readonly string[];
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const RECORD = readFileSync(join(RULE_FIXTURES, 'file-type/pass/projects/int/letter-post.yaml'), 'utf8');
const FILE = 'projects/int/letter-post.yaml';

/** What git, editors or Windows would not keep as a file: made when the test runs. */
const GENERATED: Readonly<Record<string, { make: (root: string) => void; issues: readonly string[] }>> = {
  'file-type': {
    make: (root) => {
      symlinkSync('/etc/hostname', join(root, 'organizations/int/link.yaml'));
      symlinkSync('organizations', join(root, 'projects'));
      execFileSync('mkfifo', [join(root, 'organizations/int/pipe.yaml')]);
      writeFiles(root, { 'standards/int/unreadable.yaml': RECORD });
    },
    issues: [
      'organizations/int/link.yaml:1:1 link',
      'organizations/int/pipe.yaml:1:1 special',
      'projects:1:1 link',
      'standards/int/unreadable.yaml:1:1 unreadable',
    ],
  },
  'file-size': {
    make: (root) => writeFiles(root, { [FILE]: `${RECORD}# ${'x'.repeat(32 * 1024)}\n` }),
    issues: [`${FILE}:1:1 large`],
  },
  'file-encoding': {
    make: (root) => {
      writeFiles(root, { [FILE]: bytes('schemaVersion: 1\nname: Café ', [0xe9], '\n') });
      writeFiles(root, { 'projects/int/bom.yaml': bytes([0xef, 0xbb, 0xbf], RECORD.replace('Letter', 'BOM')) });
      writeFiles(root, { 'projects/int/windows.yaml': RECORD.replace('Letter', 'CR').replaceAll('\n', '\r\n') });
    },
    issues: ['projects/int/bom.yaml:1:1 bom', `${FILE}:2:12 utf8`, 'projects/int/windows.yaml:1:17 cr'],
  },
  'unsafe-character': {
    make: (root) => {
      writeFiles(root, { [FILE]: RECORD.replace('Letter', 'Let\u202eter') });
      writeFiles(root, { 'projects/int/escape.yaml': RECORD.replace('Letter Post', '"Escape \\u202e"') });
      writeFiles(root, {
        'projects/int/key.yaml': RECORD.replace('Letter', 'Key').replace(
          '  en: Sends',
          '  fr: Envoie\n  "e\\u200bn": Sends',
        ),
      });
      writeFiles(root, { 'i18n/fr.json': '{\n  "skip": "Aller \\u202e"\n}\n' });
    },
    issues: [
      'i18n/fr.json:2:3 character',
      'projects/int/escape.yaml:2:7 character',
      'projects/int/key.yaml:5:3 character',
      `${FILE}:2:10 character`,
    ],
  },
  'interface-strings': {
    make: (root) => {
      const config = readFileSync(join(root, 'registry.yaml'), 'utf8');
      writeFiles(root, {
        'registry.yaml': config.replace('  - fr\n', '  - fr\n  - pt\n  - de\n'),
        'i18n/pt.json': '{ "skip": "Ir para o texto" }\n',
        'i18n/fr.json': '{ "skip": "Aller à {page}" }\n',
      });
    },
    issues: ['i18n/fr.json:1:1 placeholder', 'i18n/pt.json:1:1 missing', 'registry.yaml:11:5 absent'],
  },
  // A folder has one theme.css and one logo.svg, and these cannot be read to their end.
  theme: {
    make: (root) => writeFiles(root, { 'theme.css': ':root { --radius: 4px;\n  /* no end }\n' }),
    issues: ['theme.css:2:3 unclosed'],
  },
  logo: {
    make: (root) => writeFiles(root, { 'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<g></svg>\n' }),
    issues: ['logo.svg:1:1 size', 'logo.svg:2:9 xml'],
  },
  identity: {
    make: (root) => writeFiles(root, { 'projects/int/con.yaml': RECORD }),
    issues: ['projects/int/con.yaml:1:1 reserved'],
  },
};

const place = ({ file, line, col, code }: { file: string; line: number; col: number; code: string }) =>
  `${file}:${line}:${col} ${code}`;

/** What a fixture of a rule is about: the rule itself, and the faults that others find. */
const concerns = (rule: string) => (issue: Issue) => issue.rule === rule || isFault(issue);

function ruleOf(rule: string): RuleDefinition {
  const found = RULES_BY_ID.get(rule);
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found;
}

describe.each(ALL_RULES.map(({ id }) => id))('the rule %s', (rule) => {
  const folder = join(RULE_FIXTURES, rule);
  const expectedFile = join(folder, 'expected.json');

  test('is content with what is right', () => {
    expect(codedIssues(temporaryRegistry({}, [join(folder, 'pass')])).filter(concerns(rule))).toEqual([]);
  });

  test('finds what is wrong, at its place', () => {
    expect(existsSync(expectedFile) || rule in GENERATED).toBe(true);
    if (!existsSync(expectedFile)) return;
    const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected;
    const root = temporaryRegistry({}, [join(folder, 'fail')]);
    for (const file of expected.without ?? []) rmSync(join(root, file));
    const stated = (without?: string) =>
      codedIssues(root, undefined, without)
        .filter(concerns(rule))
        .map((issue) => ({ rule: issue.rule, line: `${place(issue)} “${issue.message}”` }));
    expect(stated().map(({ line }) => line)).toEqual(expected.issues);
    expect(new Set(stated().map((issue) => issue.rule))).toEqual(new Set([rule]));
    expect(unsaid(root, codedIssues(root))).toEqual([]);
    // Switched off, it is missed: no other rule says the same, and this test would be red.
    expect(stated(rule)).toEqual([]);
  });

  test('says what is wrong, why it matters and what to do, with every message in use', () => {
    const { doc, messages, hints = {} } = ruleOf(rule);
    expect(doc.title).toMatch(/[^.]$/);
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(Object.keys(hints)));
    for (const sentence of [doc.why, doc.mend, ...Object.values(hints)]) expect(sentence).toMatch(/\.$/);
    const stated = existsSync(expectedFile) ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected).issues : [];
    const used = [...stated, ...(GENERATED[rule]?.issues ?? [])].map((line) => /^.*?:\d+:\d+ (\w+)/.exec(line)?.[1]);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(messages).toSorted());
  });
});

test.each(REGISTRY_RULES.filter(({ each }) => each).map(({ id }) => id))(
  'the rule %s judges each record by itself',
  (id) => {
    const { registry } = loadRegistry(temporaryRegistry({}, [join(RULE_FIXTURES, id, 'fail')]));
    const rules = REGISTRY_RULES.filter((rule) => rule.id === id);
    const found = (files: readonly string[]) => {
      const isIn = ({ file }: { readonly file: string }) => files.includes(file);
      const some = { ...registry, records: registry.records.filter(isIn), drafts: registry.drafts.filter(isIn) };
      return checkRegistry(some, { today: FIXTURE_DAY }, rules).map((finding) => JSON.stringify(finding));
    };
    const files = everyDraft(registry).map(({ file }) => file);
    // What is no record, as a vocabulary, is judged each time.
    const apart = new Set([...found([]), ...files.flatMap((file) => found([file]))]);
    expect(apart).toEqual(new Set(found(files)));
  },
);

test.each(Object.entries(GENERATED))('the rule %s finds what no file could hold', (rule, { make, issues }) => {
  const root = temporaryRegistry();
  make(root);
  const found = codedIssues(root).filter(concerns(rule));
  expect(found.map(place)).toEqual(issues);
  expect(unsaid(root, found)).toEqual([]);
  expect(new Set(found.map((issue) => issue.rule))).toEqual(new Set([rule]));
  expect(codedIssues(root, undefined, rule).filter(concerns(rule))).toEqual([]);
});

test('there are fixtures of rules that exist, and no others', () => {
  const folders = readdirSync(RULE_FIXTURES).filter((name) => name !== 'base');
  expect(folders.toSorted()).toEqual(ALL_RULES.map(({ id }) => id).toSorted());
});
