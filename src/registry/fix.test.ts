import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { roleOf } from './files.ts';
import { fixRecord } from './fix.ts';
import { FIXTURE_DAY, RULE_FIXTURES, temporaryRegistry } from './fixtures/temporary-registry-fs.ts';
import { formatRecord } from './format.ts';
import { loadRegistry, plainText } from './load-fs.ts';

const HEAD = '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\n';

/** A project with these lines, as it stands after the mendable findings of one round are mended. */
function mended(lines: string): string | undefined {
  const file = 'projects/int/letter-post.yaml';
  const root = temporaryRegistry({ [file]: `${HEAD}${lines}` });
  const loaded = loadRegistry(root);
  const findings = [...loaded.findings, ...checkRegistry(loaded.registry, { today: FIXTURE_DAY })];
  return fixRecord('project', `${HEAD}${lines}`, ofFile(findings, file))?.text.slice(HEAD.length);
}

const ofFile = (findings: readonly Finding[], file: string) => findings.filter((finding) => finding.file === file);

describe('mends', () => {
  test.each([
    ['a field’s name', 'websit: https://a.example.org/ # b\n', 'website: https://a.example.org/ # b\n'],
    ['a field’s name in other letters', 'Website: https://a.example.org/\n', 'website: https://a.example.org/\n'],
    ['a value of a closed list', 'status: Beta # soon\n', 'status: beta # soon\n'],
    ['a term by its label', 'functions:\n  - Notifications\n', 'functions:\n  - notifications\n'],
    ['an id in other letters', 'owner: INT/Post-Office # ours\n', 'owner: int/post-office # ours\n'],
    ['a licence', 'license: "Apache 2.0"\n', 'license: "Apache-2.0"\n'],
    ['a country', 'audience:\n  countries:\n    - ca\n', 'audience:\n  countries:\n    - CA\n'],
    ['a language', 'interfaceLanguages:\n  - EN\n  - pt_br\n', 'interfaceLanguages:\n  - en\n  - pt-BR\n'],
    ['a language of a text', 'summary:\n  FR: Envoie\n', 'summary:\n  fr: Envoie\n'],
    ['a date', 'started: 2019.6.3\n', 'started: 2019-06-03\n'],
    ['a number that is text', 'tags:\n  - 2\n', 'tags:\n  - "2"\n'],
    ['one value where a list belongs', 'functions: notifications # b\n', 'functions:\n  - notifications # b\n'],
    [
      'one map where a list belongs',
      'repositories:\n  # a\n  url: https://a.example.org/b\n',
      'repositories:\n  # a\n  - url: https://a.example.org/b\n',
    ],
    ['blanks around a text', 'name: " A "\n', 'name: "A"\n'],
    ['a full stop', 'summary:\n  en: Sends letters.\n', 'summary:\n  en: Sends letters\n'],
    ['an address on a forge', 'repository: http://github.com/a/b\n', 'repository: https://github.com/a/b\n'],
    ['what stands twice', 'tags:\n  - a\n  - b # c\n  - a\n', 'tags:\n  - a\n  - b # c\n'],
  ])('%s', (_, before, after) => {
    expect(mended(before)).toBe(after);
  });
});

describe('leaves', () => {
  test.each([
    ['a licence that may be two', 'license: GPL v3\n'],
    ['a word that is like two', 'status: stabl\ntype: guid\nwebsite: http://a.example.org/\n'],
    ['a field’s name where that field stands', 'summary:\n  en: A\nsumary: B\n'],
    ['a short word, of which many are near', 'nmae: B\n'],
    ['a text that may be several items', 'tags: post, letters\n'],
    ['one value that the list does not take', 'functions: 12\n'],
    ['a date of which nobody knows the month', 'started: 03/06/2019\n'],
  ])('%s', (_, lines) => {
    const after = mended(lines);
    for (const line of lines.trim().split('\n')) if (!/stabl|guid/.test(line)) expect(after).toContain(line);
  });

  test('what is no sound YAML', () => {
    expect(fixRecord('project', 'name: Letters: the post\n', [])).toBeUndefined();
  });
  test.each([
    ['an alias to nothing', 'acronym: *nothing\n'],
    ['a nesting that no parser survives', `tags: ${'['.repeat(20_000)}\n`],
  ])('a record with %s, beside what could be mended', (_, line) => {
    const finding = { rule: 'spdx-license', code: 'unknown', file: 'f', path: ['license'], fix: { set: 'MIT' } };
    expect(fixRecord('project', `license: mit\n${line}`, [finding])).toBeUndefined();
  });
});

const rules = readdirSync(RULE_FIXTURES).filter((name) => existsSync(join(RULE_FIXTURES, name, 'fail')));

test.each(rules)('what the rule %s finds stays readable, in canonical form, and is mended once', (rule) => {
  const root = temporaryRegistry({}, [join(RULE_FIXTURES, rule, 'fail')]);
  const loaded = loadRegistry(root);
  const findings = [...loaded.findings, ...checkRegistry(loaded.registry, { today: FIXTURE_DAY })];
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const role = roleOf(file);
    const text = plainText(join(root, file));
    if (role.type !== 'record' || text === undefined) continue;
    const fixed = fixRecord(role.kind, text, ofFile(findings, file));
    if (fixed === undefined) continue;
    expect(formatRecord(role.kind, fixed.text)).toBe(fixed.text);
    for (const [comment] of text.matchAll(/(?<= )#.*$/gm)) expect(fixed.text).toContain(comment);
    expect(fixRecord(role.kind, fixed.text, ofFile(findings, file))?.text).toBe(fixed.text);
  }
});
