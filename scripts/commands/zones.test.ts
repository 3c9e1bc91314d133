import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, project, registry } from '../fixtures/command-line.ts';

const CONFIG =
  'schemaVersion: 1\nid: int\nname:\n  en: World\nzones: "*" # all\nurl: https://world.example.org/\nlanguages: [en]\ndataLicense: CC0-1.0\n';
const FILES = {
  'registry.yaml': CONFIG,
  'federation.yaml': '# From whom.\nschemaVersion: 1\n',
  'reviewers.yaml': 'schemaVersion: 1\nzones: {ca: [ann]}\n',
  'projects/ca/letters.yaml': project('Letters'),
};
const CA = 'https://ca.example.org';

describe.concurrent('the commands about zones', () => {
  test('give a zone, tell what is left to do, and take it back', async () => {
    const root = folder('zones', FILES);
    const at = ['--root', 'zones'];
    const text = (file: string) => readFileSync(join(root, file), 'utf8');
    const dry = await registry(['delegate', 'ca', CA, '--dry-run', '--json', ...at]);
    expect([dry.code, JSON.parse(dry.stdout)]).toMatchObject([
      0,
      {
        version: 1,
        dryRun: true,
        filesWritten: 0,
        zones: ['ca'],
        source: 'ca',
        url: `${CA}/`,
        records: 1,
        files: ['federation.lock/ca.json', 'federation.yaml'],
      },
    ]);
    expect(text('federation.yaml')).toBe(FILES['federation.yaml']);

    const given = await registry(['delegate', 'ca', CA, ...at]);
    expect([given.code, given.stdout]).toEqual([
      0,
      'wrote zones/federation.lock/ca.json\nwrote zones/federation.yaml\n',
    ]);
    expect(given.stderr).toContain('ca: given to https://ca.example.org/, which is the source ca now.');
    expect(given.stderr).toMatch(
      /close them with the answer “Another registry writes it”[\s\S]*reviewers\.yaml names reviewers of ca/,
    );
    expect((await registry(['validate', ...at])).stderr).toMatch(/0 errors/);
    const again = await registry(['delegate', 'ca', CA, ...at]);
    expect([again.code, again.stderr]).toEqual([
      2,
      'registry: The zone ca is that copy’s already, by federation.yaml. Nothing was written.\n',
    ]);

    const back = await registry(['take-back', 'ca', ...at]);
    expect([back.code, back.stdout]).toEqual([
      0,
      'removed zones/federation.lock/ca.json\nwrote zones/federation.yaml\n',
    ]);
    expect(back.stderr).toContain(
      'there, npm run registry -- delegate ca https://world.example.org/ --check, or where',
    );
    expect([text('federation.yaml'), text('registry.yaml')]).toEqual([FILES['federation.yaml'], CONFIG]);
  });

  test('refuse what would leave errors, unless a person means to mend it', async () => {
    const taken =
      'schemaVersion: 1\ndelegations: {ca: "https://ca.example.org/"}\nsources: [{id: ca, url: "https://ca.example.org/", zones: [ca], trust: review}]\n';
    folder('zones-errors', {
      ...FILES,
      'registry.yaml': CONFIG.replace(/url: .*\n/, ''),
      'federation.yaml': taken,
      'projects/ca/letters.yaml': project('Letters', '', 'ca/nobody'),
    });
    const at = ['--root', 'zones-errors'];
    const refused = await registry(['take-back', 'ca', ...at]);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/Nothing was written[\s\S]*reference-exists[\s\S]*--as-is/),
    ]);
    const told = await registry(['adopt', 'ca', '--as-is', ...at]);
    expect([told.code, told.stderr]).toEqual([
      0,
      expect.stringMatching(/Mend what validate says of it, 1 errors: .*ca\/nobody/),
    ]);
    expect(told.stderr).not.toContain('localhost');
  });

  test('say that a copy has ended, and that it goes on again', async () => {
    const root = folder('zones-ended', FILES);
    const at = ['--root', 'zones-ended'];
    const text = () => readFileSync(join(root, 'registry.yaml'), 'utf8');
    const unsaid = await registry(['archive', ...at]);
    expect([unsaid.code, unsaid.stderr]).toEqual([
      2,
      expect.stringContaining('--successor ADDRESS, or --no-successor'),
    ]);
    const itself = await registry(['archive', '--successor', 'https://world.example.org', ...at]);
    expect([itself.code, itself.stderr]).toEqual([2, expect.stringContaining('this copy itself')]);
    const both = await registry(['archive', '--successor', 'https://next.example.org', '--no-successor', ...at]);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('contradict each other')]);
    const undone = await registry(['archive', '--undo', '--no-successor', ...at]);
    expect([undone.code, undone.stderr]).toEqual([2, expect.stringContaining('cannot be used with')]);
    expect(text()).toBe(CONFIG);
    const done = await registry([
      'archive',
      '--successor',
      'https://next.example.org',
      '--date',
      '2026-11-20',
      '--reason',
      'en=Its team ends.',
      ...at,
    ]);
    expect([done.code, done.stdout]).toEqual([0, 'wrote zones-ended/registry.yaml\n']);
    expect(text()).toContain(
      'ended:\n  on: 2026-11-20\n  successor: https://next.example.org/\n  reason:\n    en: Its team ends.\n',
    );
    await registry(['archive', '--successor', 'https://other.example.org', ...at]);
    expect(text()).toContain(
      'ended:\n  on: 2026-11-20\n  successor: https://other.example.org/\n  reason:\n    en: Its team ends.\n',
    );
    expect((await registry(['doctor', ...at])).stdout).toMatch(
      /fine {4}ended {7}This copy has ended on 2026-11-20; https:\/\/other\.example\.org\/ goes on\./,
    );
    await registry(['archive', '--undo', ...at]);
    expect(text()).toBe(CONFIG);
    expect(existsSync(join(root, 'federation.lock'))).toBe(false);
  });
});
