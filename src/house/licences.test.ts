import { globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { type ReuseFile, rightsOf, unevenLicences, wordsOf } from './licences.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const reuse = parse(read('REUSE.toml')) as unknown as ReuseFile;
const texts = readdirSync(`${ROOT}LICENSES`);
const require = createRequire(import.meta.url);

/** The text of a licence as SPDX publishes it. */
function publishedText(id: string): string {
  return (require(`spdx-license-list/licenses/${id}.json`) as { licenseText: string }).licenseText;
}

describe('REUSE.toml', () => {
  it.each([
    ['src/schema/project.ts', 'MIT'],
    ['scripts/registry.ts', 'MIT'],
    ['.github/workflows/ci.yml', 'MIT'],
    ['README.md', 'MIT'],
    ['public/favicon.svg', 'MIT'],
    ['registry/registry.yaml', 'CC0-1.0'],
    ['registry/projects/ca/gc-notify.yaml', 'CC0-1.0'],
    ['registry/vocabularies/functions.yaml', 'CC0-1.0'],
    ['registry/observed/ca.json', 'CC0-1.0'],
    ['registry/notes/fr/2026-10-05-reuse.mdx', 'CC-BY-4.0'],
    ['registry/questions/int/openness.mdx', 'CC-BY-4.0'],
  ])('%s is under %s', (path, license) => {
    expect(rightsOf(path, reuse)?.license).toBe(license);
  });

  it('names the holders of each font', () => {
    const fonts = globSync('public/fonts/*.woff2', { cwd: ROOT });
    expect(fonts).not.toEqual([]);
    for (const font of fonts) {
      const rights = rightsOf(font, reuse);
      expect(rights?.license).toBe('OFL-1.1');
      expect(rights?.holders).toEqual([
        expect.stringMatching(font.includes('atkinson') ? /Atkinson Hyperlegible/ : /Adobe/),
      ]);
    }
  });

  it('names licences whose texts are there, and no text is without use', () => {
    expect(unevenLicences(reuse, texts)).toEqual({ missing: [], unused: [] });
  });
});

describe('the texts', () => {
  it.each(texts)('%s is word for word what SPDX publishes', (file) => {
    expect(wordsOf(read(`LICENSES/${file}`))).toBe(wordsOf(publishedText(file.replace(/\.txt$/, ''))));
  });
  it('LICENSE is the MIT licence with a year and a holder', () => {
    const expected = publishedText('MIT').replace('<year> <copyright holders>', '2026 Public Square contributors');
    expect(wordsOf(read('LICENSE'))).toBe(wordsOf(expected));
  });
  it('package.json says the same', () => {
    expect(JSON.parse(read('package.json')).license).toBe(rightsOf('package.json', reuse)?.license);
  });
});

describe('the checks find what is wrong', () => {
  const table = (path: string | string[], license: string) => ({
    path,
    'SPDX-FileCopyrightText': '2026 Somebody',
    'SPDX-License-Identifier': license,
  });
  const sample: ReuseFile = {
    version: 1,
    annotations: [table('registry/**', 'CC0-1.0'), table(['registry/notes/*', 'docs/*'], 'CC-BY-4.0')],
  };

  it('a file that no table covers', () => {
    expect(rightsOf('src/a.ts', sample)).toBeUndefined();
    expect(rightsOf('docs/deep/a.md', sample)).toBeUndefined();
  });
  it('the last table that matches counts', () => {
    expect(rightsOf('registry/notes/a.mdx', sample)).toEqual({ license: 'CC-BY-4.0', holders: ['2026 Somebody'] });
    expect(rightsOf('registry/notes/fr/a.mdx', sample)?.license).toBe('CC0-1.0');
    expect(rightsOf('registry/.hidden/a', sample)?.license).toBe('CC0-1.0');
  });
  it('a licence without a text, and a text without use', () => {
    expect(unevenLicences(sample, ['CC0-1.0.txt', 'GPL-3.0-only.txt'])).toEqual({
      missing: ['CC-BY-4.0.txt'],
      unused: ['GPL-3.0-only.txt'],
    });
  });
  it('a changed word', () => {
    expect(wordsOf('THE SOFTWARE IS PROVIDED\n  "AS IS"')).toBe(wordsOf('The software is provided “as is”.'));
    expect(wordsOf('is provided')).not.toBe(wordsOf('is not provided'));
  });
});
