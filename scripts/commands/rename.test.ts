import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registryHere } from '../fixtures/command-here.ts';
import { folder, HOME, preceded, project, registry } from '../fixtures/command-line.ts';
import { rename } from './rename.ts';

const OFFICE =
  'schemaVersion: 1\nname: Office\ntype: international\nuses:\n  - project: int/letter-post # since long\n    evidence: https://post.example.org/uses\n';
const FILES = {
  'projects/int/letter-post.yaml': project('Letter Post', 'tags:\n  - post # as they say\n'),
  'projects/int/parcels.yaml': project('Parcels', 'related: [ "int/letter-post" ]\n'),
  'projects/int/old-post.yaml': 'schemaVersion: 1\nstate: tombstone\nreason: merged\nsuccessor: int/letter-post\n',
  'organizations/int/office.yaml': OFFICE,
  'reviewers.yaml':
    'schemaVersion: 1\nmaintainers: # who\n  "projects/int/letter-post": [one] # since long\n  projects/int/parcels: [two]\n',
};

function everything(name: string): Record<string, string> {
  const root = join(HOME, name);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** The files as they should be when int/letter-post is int/letters. */
function renamed({
  'projects/int/letter-post.yaml': moved = '',
  ...others
}: Record<string, string>): Record<string, string> {
  const to = (text = '') => text.replace('int/letter-post', 'int/letters');
  return {
    ...others,
    'projects/int/letters.yaml': moved.replace('tags:', 'formerIds:\n  - int/letter-post\ntags:'),
    'projects/int/parcels.yaml': to(others['projects/int/parcels.yaml']),
    'projects/int/old-post.yaml': to(others['projects/int/old-post.yaml']),
    'organizations/int/office.yaml': to(OFFICE),
    'reviewers.yaml': to(others['reviewers.yaml']),
  };
}

test('rename moves the record, keeps the old address and corrects every reference; what is not touched stays', async () => {
  folder('renamed', FILES);
  const before = everything('renamed');
  const would = await registry(['rename', 'int/letter-post', 'int/letters', '--dry-run', '--root', 'renamed']);
  expect(would.code).toBe(0);
  expect(would.stdout).toBe(
    'would move renamed/projects/int/letter-post.yaml to renamed/projects/int/letters.yaml\nwould change renamed/organizations/int/office.yaml: uses.0.project\nwould change renamed/projects/int/old-post.yaml: successor\nwould change renamed/projects/int/parcels.yaml: related.0\nwould change renamed/reviewers.yaml: maintainers.projects/int/letter-post\n',
  );
  expect(everything('renamed')).toEqual(before);

  const done = await registry(['rename', 'project/int/letter-post', 'int/letters', '--root', 'renamed']);
  expect([done.code, done.stderr]).toEqual([0, 'int/letter-post is now int/letters; its old address leads there.\n']);
  expect(everything('renamed')).toEqual(renamed(before));
  expect((await registry(['validate', '--root', 'renamed'])).code).toBe(0);
});

/** Makes Node end itself, as `kill -9` would, before it changes the n-th file below a folder. */
function killedBefore(nth: number, root: string): Record<string, string> {
  const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; let left = ${nth};
    for (const name of ['writeFileSync', 'renameSync', 'rmSync']) { const real = fs[name];
      fs[name] = (path, ...more) => { if (String(path).startsWith(${JSON.stringify(root)}) && --left === 0) process.kill(process.pid, 'SIGKILL');
        return real(path, ...more); }; }
    syncBuiltinESMExports();`;
  return preceded(code);
}

describe.concurrent('rename, killed', () => {
  // Four files are written beside their places, then renamed, and the old one is removed.
  test.each([1, 2, 4, 5, 6, 7, 8, 9])(
    'before its change %i, leaves each file old or new, and finishes when it is run again',
    async (nth) => {
      const name = `killed-${nth}`;
      const root = folder(name, FILES);
      const args = ['rename', 'int/letter-post', 'int/letters', '--root', name];
      const before = everything(name);
      const killed = await registry(args, killedBefore(nth, root));
      expect(killed.code).not.toBe(0);
      const between = everything(name);
      expect((await registry(args)).code).toBe(0);
      const after = everything(name);
      expect(after).toEqual(renamed(before));
      const whole = Object.entries(between).filter(([file]) => !file.endsWith('.new'));
      for (const [file, text] of whole) expect([before[file], after[file]]).toContain(text);
    },
  );
});

describe('rename writes nothing', () => {
  folder('refused', {
    ...FILES,
    'registry.yaml': `${readFileSync(join(folder('plain'), 'registry.yaml'), 'utf8').replace(/^zones:.*\n(?: {2}- .*\n)*/m, '')}zones:\n  - int\n  - ca\n`,
    'projects/int/office.yaml': project('Office', 'formerIds:\n  - int/bureau\n'),
    'projects/int/broken.yaml': 'name: "int/parcels\n',
    'standards/int/latin.yaml': Buffer.from('name: caf\xe9 int/broken-reference\n', 'latin1'),
  });
  const before = everything('refused');
  test.each([
    ['an unknown id', ['int/leter-post', 'int/x'], 'There is no record int/leter-post. Did you mean int/letter-post?'],
    [
      'an id of several kinds',
      ['int/office', 'int/x'],
      'int/office is the id of several records: project, organization.',
    ],
    ['no new id, outside a terminal', ['int/letter-post'], 'rename takes an id and a new id'],
    ['what is no id', ['int/letter-post', 'letters'], 'letters: An id is zone/slug'],
    ['a slug that is none', ['int/letter-post', 'int/Letters'], 'A file cannot be called “Letters” here.'],
    ['an id in use', ['int/letter-post', 'int/parcels'], 'This id belongs to another project already.'],
    ['a former id', ['int/letter-post', 'int/bureau'], 'This is a former id of int/office.'],
    ['an id that is gone', ['int/letter-post', 'int/old-post'], 'is not used again'],
    [
      'an id like another',
      ['int/letter-post', 'int/par-cels'],
      '“int/par-cels” differs from “int/parcels” only in hyphens.',
    ],
    ['a zone that is none', ['int/letter-post', 'zz/letters'], '“zz” is no zone'],
    ['a zone of another registry', ['int/letter-post', 'fr/letters'], 'The zone “fr” is not one of this registry’s.'],
    [
      'a file that may refer and cannot be read',
      ['int/parcels', 'int/x'],
      'refused/projects/int/broken.yaml may refer to int/parcels and cannot be read.',
    ],
    [
      'a record that cannot be read itself',
      ['int/broken', 'int/x'],
      'int/broken cannot be read. Mend what validate says of it first.',
    ],
  ])('for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await registryHere(rename, [...args, '--root', 'refused']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(everything('refused')).toEqual(before);
  });

  test('where the registry would have new errors', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `  - int/post-${index}\n`).join('');
    folder('worse', { 'projects/int/letter-post.yaml': project('Letter Post', `formerIds:\n${many}`) });
    const { code, stderr } = await registryHere(rename, ['int/letter-post', 'int/letters', '--root', 'worse']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /Nothing was written, for the registry would have new errors:\n {2}worse\/projects\/int\/letters\.yaml:11 .*\[text-length\]/,
    );
    expect(existsSync(join(HOME, 'worse/projects/int/letter-post.yaml'))).toBe(true);
  });
});
