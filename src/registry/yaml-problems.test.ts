import { expect, test } from 'vitest';
import { fillTemplate } from '../rules/english.ts';
import { readYaml } from './yaml.ts';

test.each([
  ['a colon in a text', 'name: Post: the service\n', 'A colon with a blank behind it stands in a text without quotes.'],
  ['an open quote', 'name: "Post\nstatus: beta\n', 'A text that begins with a quote does not end with one.'],
  ['no colon', 'name: Post\nstatus\ntype: app\n', 'A colon, a comma, a bracket or a blank is missing.'],
  ['an open bracket', 'tags: [a, b\nstatus: beta\n', 'A colon, a comma, a bracket or a blank is missing.'],
  ['a tab', 'summary:\n\ten: Post\n', 'This line is indented with a tab.'],
  [
    'another indent',
    'summary:\n    en: Post\n  fr: Poste\n',
    'This line is indented otherwise than the lines that it belongs to.',
  ],
  ['a sign of YAML', 'name: @post\n', 'A text without quotes begins with a sign of YAML.'],
  ['a backslash', 'name: "a\\qb"\n', 'What follows the backslash is no escape.'],
  ['text behind a quote', 'name: "a" b\n', 'The file cannot be read from here on.'],
])('what is no YAML is told in words: %s', (_, text, problem) => {
  const [finding] = readYaml('x.yaml', text).findings;
  expect(fillTemplate('{problem}', finding?.values)).toBe(problem);
});
