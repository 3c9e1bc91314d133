import { describe, expect, test } from 'vitest';
import { KIND_NAMES } from '../schema/kinds.ts';
import { fc } from './fixtures/fast-check.ts';
import { schemaComment, withSchemaComment } from './schema-comment.ts';

const COMMENT = '# yaml-language-server: $schema=../../../public/schema/project.json\n';

describe('the first line of a record names its schema', () => {
  test.each([
    ['is put in', 'name: x\n', `${COMMENT}name: x\n`],
    ['stays', `${COMMENT}name: x\n`, `${COMMENT}name: x\n`],
    ['of another kind is put right', `${COMMENT.replace('project', 'group')}name: x\n`, `${COMMENT}name: x\n`],
    [
      'of another place is put right',
      '#yaml-language-server: $schema=https://x.example/y.json \nname: x\n',
      `${COMMENT}name: x\n`,
    ],
    ['moves above other comments', `# why\n\n${COMMENT}name: x\n`, `${COMMENT}# why\n\nname: x\n`],
    ['stays a comment below the first field', `name: x\n${COMMENT}`, `${COMMENT}name: x\n${COMMENT}`],
    ['is put into what is no YAML', 'name: [\n', `${COMMENT}name: [\n`],
  ])('it %s', (_, text, expected) => {
    expect(withSchemaComment('project', text)).toBe(expected);
  });

  test('of the front matter, in MDX', () => {
    const text = '---\ntitle: x\n---\n\nText\n';
    expect(withSchemaComment('note', text)).toBe(text.replace('---\n', `---\n${schemaComment('note')}`));
    expect(withSchemaComment('note', 'Text\n')).toBe('Text\n');
  });

  test('and a second time changes nothing', () => {
    const lines = fc.array(
      fc.constantFrom('---\n', '# x\n', '\n', ' \n', 'a: b\n', COMMENT, '# yaml-language-server: $schema=\n', '#', 'x'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), lines, (kind, parts) => {
        const once = withSchemaComment(kind, parts.join(''));
        fc.pre(!once.slice(once.indexOf('\n') + 1).includes('yaml-language-server'));
        expect(withSchemaComment(kind, once)).toBe(once);
      }),
    );
  });
});
