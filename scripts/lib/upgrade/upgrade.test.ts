import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PROJECT } from '../registry-folder.ts';
import { Copy, Releases, removeCopies } from './fixtures/releases.ts';
import { looksLikeRegistry, ownerOf } from './owners.ts';
import { nextSteps, planText } from './tell.ts';

const releases = new Releases();
const third = releases.release('v1.2.0', { 'src/added.ts': 'export const third = 3;\n' }, releases.second);
afterAll(() => {
  releases.repository.remove();
  removeCopies();
});

const inRegistry = (path: string) => path.startsWith('registry/');
const isProgram = (path: string) => !inRegistry(path);
const edits = ({ edits }: ReturnType<Copy['plan']>) =>
  edits.map(({ path, here, release, fate }) => [path, here, release, fate].join(' '));
/** The program of a release, as a clone of it has it. */
const program = (commit: string) => {
  const known = programs.get(commit) ?? new Copy(releases, commit).files(isProgram);
  programs.set(commit, known);
  return known;
};
const programs = new Map<string, Record<string, string>>();

test('a copy that used every setting takes a release: no conflict, and registry/ byte for byte as it was', () => {
  const copy = new Copy(releases, releases.first);
  copy.useEverySetting();
  const before = copy.files(inRegistry);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  const plan = copy.upgrade('v1.1.0');
  expect(copy.files(inRegistry)).toEqual(before);
  expect(copy.files(isProgram)).toEqual(program(releases.second));
  expect([plan.from.name, plan.to.name, plan.edits, plan.isOlder]).toEqual(['v1.0.0', 'v1.1.0', [], false]);
  expect(copy.run(['status', '--porcelain'])).toBe('');
  expect(copy.run(['rev-list', '--parents', '-1', 'HEAD']).split(' ')[2]).toBe(releases.second);
  // Told: what arrives by synchronization, a newer data model, a newer Node, texts for the copy's own language.
  expect(plan.vocabularies).toEqual(['functions.yaml', 'seasons.yaml']);
  expect(nextSteps(plan, 'upgrade/v1.1.0', 'main').join('\n')).toMatch(
    /npm ci {3}# brings Node 26\.0\.0\n.*migrate {3}# .*version 2[\s\S]*\ntranslate 1 new text into registry\/i18n\/ar\.json {3}# later;/,
  );
});

test('a branch with an upgrade goes together with what the copy does meanwhile', () => {
  const copy = new Copy(releases, releases.first);
  copy.useEverySetting();
  copy.run(['branch', 'before']);
  copy.upgrade('v1.1.0');
  copy.run(['switch', '--quiet', '-C', 'main', 'before']);
  copy.commit({
    'registry/projects/ca/letters.yaml': 'name: Edited again\n',
    'registry/projects/ca/new.yaml': 'name: New\n',
  });
  const registry = copy.files(inRegistry);
  copy.run(['merge', '--quiet', '--no-edit', 'upgrade/v1.1.0']);
  expect(copy.files(inRegistry)).toEqual(registry);
  expect(copy.files(isProgram)).toEqual(program(releases.second));
});

test('one upgrade after another, however the last one came in', () => {
  const ways: Readonly<Record<string, (copy: Copy) => void>> = {
    merged: () => {},
    'squashed without a word': (copy) => {
      copy.run(['reset', '--quiet', '--soft', 'HEAD^']);
      copy.run(['commit', '--quiet', '--message', 'Newer']);
    },
  };
  for (const [name, way] of Object.entries(ways)) {
    const copy = new Copy(releases, releases.first);
    copy.useEverySetting();
    copy.upgrade('v1.1.0');
    way(copy);
    copy.commit({ 'src/pages/index.astro': '<h1>Ours</h1>\n' });
    expect(copy.plan('v1.1.0'), name).toMatchObject({ isBehind: false, changes: [{}] });
    const plan = copy.upgrade('v1.2.0');
    expect([name, plan.from.name, ...edits(plan)]).toEqual([
      name,
      'v1.1.0',
      'src/pages/index.astro edited untouched replaced',
    ]);
    expect(copy.files(isProgram), name).toEqual(program(third));
    expect(copy.plan(), name).toMatchObject({ isBehind: false, changes: [], from: { name: 'v1.2.0' } });
  }
});

test('a template without common history and a shallow clone stand on a release, too', () => {
  const template = new Copy(releases, releases.first, 'template');
  template.useEverySetting();
  template.commit({ 'src/pages/about.astro': '<h1>Ours</h1>\n' });
  expect(template.run(['rev-list', '--count', 'HEAD'])).toBe('3');
  const before = template.files(inRegistry);
  const plan = template.upgrade('v1.1.0');
  expect([plan.from.name, edits(plan)]).toEqual(['v1.0.0', ['src/pages/about.astro edited edited replaced']]);
  expect(template.files(inRegistry)).toEqual(before);
  expect(template.files(isProgram)).toEqual(program(releases.second));

  // The one file that was edited is the only one that the next release changes: it is no edit of that one.
  const near = new Copy(releases, releases.second, 'template');
  near.commit({ 'src/added.ts': 'export const ours = 1;\n' });
  expect(near.plan()).toMatchObject({ isBehind: true, from: { name: 'v1.1.0' } });

  const shallow = new Copy(releases, releases.first, 'shallow');
  expect(shallow.run(['rev-list', '--count', 'HEAD'])).toBe('1');
  const registry = shallow.files(inRegistry);
  expect(shallow.upgrade('v1.1.0')).toMatchObject({ from: { name: 'v1.0.0' }, edits: [] });
  expect(shallow.files(inRegistry)).toEqual(registry);
  expect(shallow.files(isProgram)).toEqual(program(releases.second));
});

test('what a copy did outside registry/ is told file by file', () => {
  const copy = new Copy(releases, releases.first);
  copy.commit({
    // Of the program.
    'src/pages/about.astro': '<h1>About us</h1>\n<p>One</p>\n<p>Two</p>\n',
    'src/pages/index.astro': '<h1>Ours</h1>\n',
    'src/old.ts': 'export const old = 2;\n',
    'scripts/build.ts': undefined,
    'src/ours.ts': 'export {};\n',
    'src/added.ts': 'export const ours = 1;\n',
    // For its host, and what commands write.
    '.github/policy.yml': '# ours\n',
    '.github/CODEOWNERS': '* @ours\n',
    '.github/dependabot.yml': undefined,
    '.github/workflows/ours.yml': 'name: ours\n',
    'netlify.toml': '# ours\n',
    'public/schema/project.json': '{}\n',
  });
  const plan = copy.plan('v1.1.0');
  expect(edits(plan)).toEqual([
    '.github/CODEOWNERS edited untouched kept',
    '.github/dependabot.yml removed untouched kept',
    '.github/policy.yml edited edited kept',
    '.github/workflows/ours.yml added untouched kept',
    'netlify.toml added untouched kept',
    'public/schema/project.json edited edited written',
    'scripts/build.ts removed edited replaced',
    'src/added.ts added added replaced',
    'src/old.ts edited removed replaced',
    'src/ours.ts added untouched replaced',
    'src/pages/index.astro edited untouched replaced',
  ]);
  expect(planText(plan).replaceAll(/[0-9a-f]{12}/g, '<hash>')).toMatchInlineSnapshot(`
    "This copy stands on v1.0.0 (version 1.0.0, <hash>, 2026-11-25). The release is v1.1.0 (version 1.1.0, <hash>, 2026-11-25).
    Of the program: 5 files changed, 3 added, 2 removed.
    Changed here in the program:
      scripts/build.ts: removed here; the release changes it, too
      src/added.ts: added here; the release adds it, too
      src/old.ts: edited here; the release removes it
      src/ours.ts: added here; the release leaves it as it was
      src/pages/index.astro: edited here; the release leaves it as it was
    Stays as it is here:
      .github/CODEOWNERS: edited here (made from registry/reviewers.yaml: npm run registry -- codeowners --write)
      .github/dependabot.yml: removed here (whether the host proposes newer packages)
      .github/policy.yml: edited here; the release changes it, too (what the bots may do here)
      .github/workflows/ours.yml: added here (this copy’s own; the program has no such file)
      netlify.toml: added here (this copy’s own; the program has no such file)
    Commands write it again after the upgrade:
      public/schema/project.json: edited here; the release changes it, too
    registry/ stays byte for byte."
  `);
  expect(nextSteps(plan, 'upgrade/v1.1.0', undefined).join('\n')).toMatch(/git diff \w+ \w+ -- \.github\/policy\.yml/);
  copy.upgrade('v1.1.0');
  const expected: Record<string, string> = {
    ...program(releases.second),
    '.github/policy.yml': '# ours\n',
    '.github/CODEOWNERS': '* @ours\n',
  };
  delete expected['.github/dependabot.yml'];
  expect(copy.files(isProgram)).toEqual({
    ...expected,
    '.github/workflows/ours.yml': 'name: ours\n',
    'netlify.toml': '# ours\n',
  });
  // Nothing is lost.
  expect(copy.run(['show', 'HEAD^:src/ours.ts'])).toBe('export {};');
});

test('an older release is known as one, and its way back tells what it takes away', () => {
  const copy = new Copy(releases, releases.second);
  expect(copy.plan('v1.0.0')).toMatchObject({ isOlder: true, isBehind: true });
  copy.upgrade('v1.0.0');
  expect(copy.files(isProgram)).toEqual(program(releases.first));
  // It is on record, so that the way forward is free.
  expect(copy.plan('v1.1.0')).toMatchObject({ from: { name: 'v1.0.0' }, edits: [], isOlder: false });
});

test('the list of paths names files that the program has', () => {
  for (const path of ['.github/policy.yml', '.github/CODEOWNERS', '.github/dependabot.yml'])
    expect([path, ownerOf(path), existsSync(join(PROJECT, path))]).toEqual([path, 'host', true]);
  for (const path of ['public/schema/project.json', '.github/ISSUE_TEMPLATE/add-project.yml'])
    expect([path, ownerOf(path), existsSync(join(PROJECT, path))]).toEqual([path, 'written', true]);
  expect(['registry', 'registry/registry.yaml', 'registry.yaml', 'src/registry/files.ts'].map(ownerOf)).toEqual([
    'copy',
    'copy',
    'program',
    'program',
  ]);
  expect(
    ['Registry/a', 'REGISTRY', 'registry./a', 'registry/a', 'registry', 'src/Registry'].map(looksLikeRegistry),
  ).toEqual([true, true, true, false, false, false]);
  expect(
    ['REGIST~1/a', 'reg\u200distry/a', 'registry::$INDEX_ALLOCATION/a', 'regist/a'].map(looksLikeRegistry),
  ).toEqual([true, true, true, false]);
});
