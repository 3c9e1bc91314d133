import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { folder, HOME, project } from '../fixtures/command-line.ts';
import { candidates } from '../lib/candidates.ts';
import { PROJECT } from '../lib/registry-folder.ts';
import { delegate } from './delegate.ts';
import { list } from './list.ts';
import { newRecord } from './new.ts';
import { show } from './show.ts';
import { sync } from './sync.ts';
import { takeBack } from './take-back.ts';
import { validate } from './validate.ts';

const root = folder('completion', {
  'projects/int/letter-post.yaml': project('Letter Post'),
  'registry.yaml':
    'schemaVersion: 1\nid: int\nname: {en: World}\nzones: [int]\nlanguages: [en]\ndataLicense: CC0-1.0\nextensions:\n  int: [{key: level, kinds: [project], type: choice, label: {en: Level}, values: {low: {en: Low}}}]\n',
  'federation.yaml':
    'schemaVersion: 1\nsources: [{id: canada, url: "https://ca.example.org/", zones: [ca], trust: review}]\n',
});

const program = new Command('registry');
for (const command of [validate, newRecord, list, show, sync, delegate, takeBack]) program.addCommand(command);

// In this process: a program is asked for each letter that is typed, below.
test.each([
  [['val'], ['validate']],
  [['new', 'pro'], ['project']],
  [['validate', '--f'], ['--format']],
  [
    ['validate', '--format', ''],
    ['text', 'json', 'github'],
  ],
  [['show', 'int/let'], ['int/letter-post']],
  [['list', 'project', '--where', 'stat'], ['status=']],
  [['list', 'project', '--where', 'status=st'], ['status=stable']],
  [['new', 'project', '--set', 'owner='], ['owner=int/office']],
  [['new', 'project', '--set', 'functions=notif'], ['functions=notifications']],
  [['list', 'project', '--where', 'extensions.int.'], ['extensions.int.level=']],
  [['new', 'project', '--set', 'extensions.int.level='], ['extensions.int.level=low']],
  [['sync', '--source', ''], ['canada']],
  [
    ['delegate', ''],
    ['int', 'ca'],
  ],
  [['take-back', 'c'], ['ca']],
  [['nothing', 'at', 'all'], []],
])('%j is completed by %j', (words, found) => {
  expect(candidates(program, words, () => loadRegistry(root).registry)).toEqual(found);
});

test('bash completes by it, also behind an equals sign', async () => {
  const script = `eval "$("${process.execPath}" "${join(PROJECT, 'scripts/registry.ts')}" completion bash)"
for COMP_LINE in 'registry val' 'registry show int/let' 'registry list project --where status=st'; do
  COMP_POINT=\${#COMP_LINE}; _registry; echo "\${COMPREPLY[*]}"
done`;
  const env = { ...process.env, REGISTRY_ROOT: join(HOME, 'completion') };
  const said = execFileSync('bash', ['-c', script], { encoding: 'utf8', env, cwd: HOME });
  expect(said).toBe('validate\nint/letter-post\nstable\n');
});
