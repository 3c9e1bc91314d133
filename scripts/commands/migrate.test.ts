import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, project, registry } from '../fixtures/command-line.ts';

const DRAFT =
  '# Kept.\nname: Parcels\nlanguage: en\nsummary: Carries parcels\ntype: service\nstatus: beta\nfunctions: [notifications]\nowner: int/office\nurl: https://parcels.example.org/code\n';

test('migrate rewrites older records, and leaves what it cannot read', async () => {
  const root = folder('versions', {
    'projects/int/letter-post.yaml': project('Letter Post'),
    'projects/int/parcels.yaml': DRAFT,
    'projects/int/cards.yaml': DRAFT.replace('Parcels', 'Postcards').replace('parcels.example', 'cards.example'),
    'projects/int/broken.yaml': 'name: a: b\nlicence: MIT\n',
    'projects/int/later.yaml': 'schemaVersion: 9\nlicence: MIT\n',
  });
  const read = (name: string) => readFileSync(join(root, `projects/int/${name}.yaml`), 'utf8');
  const current = read('letter-post');

  const validated = await registry(['validate', '--format', 'json', '--severity', 'warning', '--root', 'versions']);
  const { issues } = JSON.parse(validated.stdout) as { issues: { file: string; rule: string; severity: string }[] };
  expect(issues.map(({ file, rule, severity }) => [file, rule, severity])).toEqual([
    ['projects/int/broken.yaml', 'yaml-syntax', 'error'],
    ['projects/int/cards.yaml', 'schema-version', 'warning'],
    ['projects/int/later.yaml', 'newer-version', 'error'],
    ['projects/int/parcels.yaml', 'schema-version', 'warning'],
  ]);
  // Nothing is mended in a layout that is about to change.
  expect((await registry(['fix', 'int/parcels', '--root', 'versions'])).stdout).toBe('');

  expect(await registry(['migrate', '--check', 'int/parcels', '--root', 'versions'])).toEqual({
    code: 1,
    stdout: 'would migrate versions/projects/int/parcels.yaml from version 0 to 1\n',
    stderr: '1 record to migrate, 0 left.\n',
  });
  const dry = await registry(['migrate', '--dry-run', 'int/parcels', '--root', 'versions']);
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain('\nrepository: https://parcels.example.org/code\n');
  expect(read('parcels')).toBe(DRAFT);

  expect(await registry(['migrate', '--root', 'versions'])).toEqual({
    code: 1,
    stdout:
      'migrated versions/projects/int/cards.yaml from version 0 to 1\nmigrated versions/projects/int/parcels.yaml from version 0 to 1\n',
    stderr:
      'left as it is, not sound YAML: versions/projects/int/broken.yaml (run validate)\nleft as it is, in a version newer than this program: versions/projects/int/later.yaml (run validate)\n2 records migrated, 2 left.\n',
  });
  expect(read('parcels')).toBe(
    '# yaml-language-server: $schema=../../../public/schema/project.json\nschemaVersion: 1\n# Kept.\nname: Parcels\nsummary:\n  en: Carries parcels\ntype: service\nstatus: beta\nfunctions: [notifications]\nowner: int/office\nrepository: https://parcels.example.org/code\n',
  );
  expect(read('letter-post')).toBe(current);
  expect(read('broken')).toBe('name: a: b\nlicence: MIT\n');

  expect(await registry(['migrate', '--check', 'int/parcels', 'int/cards', '--root', 'versions'])).toMatchObject({
    code: 0,
    stdout: '',
  });
  expect(await registry(['validate', 'int/parcels', 'int/cards', '--root', 'versions'])).toMatchObject({ code: 0 });
});
