import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DOCUMENTED_RULES } from '../rules/index.ts';
import { KINDS, kindOfFolder } from '../schema/kinds.ts';
import { headingAnchors, localLinks, sampleRecords } from './documents.ts';
import { GUIDE_LANGUAGES, withRules } from './rules-section.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = ['README.md', '.github/CONTRIBUTING.md', '.github/CODE_OF_CONDUCT.md', '.github/SECURITY.md'];
const samples = DOCUMENTS.flatMap((document) =>
  sampleRecords(read(document)).map((sample) => ({ document, ...sample })),
);

/** Whether a link of a document leads to a file and, in a document, to a heading. */
function leadsSomewhere(document: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : join(dirname(document), file);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || headingAnchors(read(target)).includes(anchor);
}

it('the contributor guide lists the rules as they are; npm run docs writes them', () => {
  const guide = read('.github/CONTRIBUTING.md');
  expect(withRules(guide)).toBe(guide);
  for (const { id } of DOCUMENTED_RULES) expect(guide.split(`\`${id}\``)).toHaveLength(GUIDE_LANGUAGES.length + 1);
});

describe('records in the documents', () => {
  it('are there', () => {
    expect(samples.map(({ document, folder }) => `${document} ${folder}`)).toEqual([
      'README.md projects',
      '.github/CONTRIBUTING.md projects',
      '.github/CONTRIBUTING.md organizations',
    ]);
  });
  it.each(samples)('$document: $folder/$zone/$slug fits the schema, in its order', ({ folder, yaml }) => {
    const kind = kindOfFolder(folder);
    expect(kind).toBeDefined();
    const { schema } = KINDS[kind ?? 'project'];
    const record = parse(yaml);
    expect(schema.safeParse(record).error?.issues ?? []).toEqual([]);
    const order = Object.keys(schema.shape);
    expect(Object.keys(record)).toEqual(Object.keys(record).sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });
});

describe.each(DOCUMENTS)('%s', (document) => {
  it('has no dead link', () => {
    expect(localLinks(read(document)).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
  });
  it('is complete in both languages: as many sections of each level', () => {
    const [english = '', french = ''] = read(document).split(/^---$/m);
    const levels = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+(?= )/gm);
    expect(levels(french)).toEqual(levels(english));
  });
});

describe('the checks find what is wrong', () => {
  it('a record in a block, and only there', () => {
    const text =
      '```yaml\n# registry/projects/ca/a.yaml\nname: A\n```\n\n```yaml\nname: B\n```\n\n# registry/projects/ca/c.yaml\n';
    expect(sampleRecords(text)).toEqual([
      { folder: 'projects', zone: 'ca', slug: 'a', yaml: '# registry/projects/ca/a.yaml\nname: A\n' },
    ]);
  });
  it('a link to a file or heading that is not there', () => {
    expect(localLinks('[a](x.md) [b](https://example.org/) [c](#d) [e](mailto:a@example.org)')).toEqual(['x.md', '#d']);
    expect(leadsSomewhere('README.md', 'no-such-file.md')).toBe(false);
    expect(leadsSomewhere('README.md', '#no-such-heading')).toBe(false);
    expect(leadsSomewhere('README.md', '.github/SECURITY.md#sécurité')).toBe(true);
  });
  it('headings, not comments of a script', () => {
    expect(headingAnchors('# A, b: c\n```sh\n# no\n```\n## L’été · là\n')).toEqual(['a-b-c', 'lété--là']);
  });
});
