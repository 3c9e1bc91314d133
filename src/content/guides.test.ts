import { glob, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { organizationSchema } from '../schema/organization.ts';
import { GUIDES as REPLACEABLE } from '../schema/page.ts';
import { projectSchema } from '../schema/project.ts';

const FOLDER = new URL('guides/', import.meta.url);
const GUIDES = [
  ...['about', 'accessibility', 'contribute/by-hand', 'contribute/next', 'contribute/overlays'],
  ...['fork', 'fork/checklist', 'fork/exit', 'fork/sync', 'fork/upgrade'],
  ...['privacy', 'review'],
];
const read = (file: string) => readFile(new URL(file, FOLDER), 'utf8');

/** Headings by level, and every expression and code block but their words: what translations share. */
function outline(guide: string): string[] {
  const prose = guide.replace(/^---[\s\S]*?---/, '');
  return [...prose.matchAll(/^#+(?= )|^\d+\.|^- |\{[^}]*\}/gm)].map(([piece]) => piece).sort();
}

describe('the guides', () => {
  test('may be replaced by a copy, each', async () => {
    const names: string[] = [];
    for await (const file of glob('**/*.mdx', { cwd: new URL('en/', FOLDER) })) names.push(file.replace(/\.mdx$/, ''));
    expect(names.filter((name) => !REPLACEABLE.includes(name))).toEqual([]);
  });

  test('are the same in every language', async () => {
    const files: string[] = [];
    for await (const file of glob('*/**/*.mdx', { cwd: FOLDER })) files.push(file);
    expect(files.sort()).toEqual(['en', 'fr'].flatMap((lang) => GUIDES.map((name) => `${lang}/${name}.mdx`)));
  });

  test.each(GUIDES)('%s is built alike in English and French', async (name) => {
    expect(outline(await read(`fr/${name}.mdx`))).toEqual(outline(await read(`en/${name}.mdx`)));
  });

  test.each(['en', 'fr'])('name no address of a copy: %s', async (lang) => {
    for (const name of GUIDES) {
      const addresses = (await read(`${lang}/${name}.mdx`)).match(/https?:\/\/[^\s/]+/g) ?? [];
      expect(addresses.filter((address) => !address.endsWith('.example.org'))).toEqual([]);
    }
  });

  test.each(['en', 'fr'])('show records that the schema accepts: %s', async (lang) => {
    const blocks = [...(await read(`${lang}/contribute/by-hand.mdx`)).matchAll(/```yaml\n([\s\S]*?)```/g)];
    const [project, organization] = blocks.map(([, yaml]) => parse(yaml ?? ''));
    expect(projectSchema.safeParse(project).error).toBeUndefined();
    expect(organizationSchema.safeParse(organization).error).toBeUndefined();
    expect(blocks).toHaveLength(2);
  });
});

test('French punctuation is not torn from its word', async () => {
  for (const name of GUIDES) {
    const prose = (await read(`fr/${name}.mdx`)).replace(/```[\s\S]*?```/g, '');
    expect(prose.match(/\S [:;?!»]|« /g)).toBeNull();
  }
});
