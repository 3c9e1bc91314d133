import { describe, expect, test } from 'vitest';
import { folder, project, registry } from '../fixtures/command-line.ts';

const SOURCE =
  'schemaVersion: 1\nsources:\n  - id: ca\n    url: https://nobody.example.org/\n    zones: [ca]\n    trust: review\n';

describe.concurrent('contribute', () => {
  test('says where it would have asked, and what to name where nobody is', async () => {
    folder('contributing', {
      'registry.yaml':
        'schemaVersion: 1\nid: here\nname:\n  en: Here\nzones: [int]\nlanguages: [en]\ndataLicense: CC0-1.0\n',
      'federation.yaml': SOURCE,
      'projects/ca/post.yaml': project('Post'),
      'projects/int/own.yaml': project('Own'),
    });
    const foreign = await registry(['contribute', 'ca/post', '--dry-run', '--root', 'contributing']);
    expect(foreign).toMatchObject({ code: 2, stdout: '' });
    expect(foreign.stderr).toMatch(
      /^registry: https:\/\/nobody\.example\.org\/ could not be asked where contributions go: /,
    );
    const own = await registry(['contribute', 'int/own', '--root', 'contributing']);
    expect(own.code).toBe(2);
    expect(own.stderr).toContain(
      'writes the zone int itself. Name the copy that should have the record, too: --to https://',
    );
    const unsafe = await registry(['contribute', 'int/own', '--to', 'http://10.0.0.1/', '--root', 'contributing']);
    expect(unsafe.stderr).toContain('is not an https address of a named public host');
  });
});
