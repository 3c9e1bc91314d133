import { expect, test } from 'vitest';
import { recordFinder } from './known-records.ts';

const find = recordFinder([
  { kind: 'organization', id: 'fr/equipe', names: ['Équipe', 'EQ'], addresses: ['https://equipe.example.org/'] },
  { kind: 'organization', id: 'ca/health', names: ['Ministry of Health'], addresses: [] },
  { kind: 'organization', id: 'in/health', names: ['Ministry of Health'], addresses: [] },
  { kind: 'project', id: 'int/post', names: ['政务'], addresses: ['https://github.com/Example/Post'] },
]);

test.each([
  ['organization', 'equipe', 'fr/equipe'],
  ['organization', 'eq', 'fr/equipe'],
  ['organization', 'http://www.equipe.example.org', 'fr/equipe'],
  ['organization', 'Ministry of Health', undefined],
  ['project', 'equipe', undefined],
  ['project', '政务', 'int/post'],
  ['project', 'git@github.com:example/post.git', 'int/post'],
  ['project', '…', undefined],
  ['project', '', undefined],
] as const)('the %s “%s” is %s', (kind, name, id) => {
  expect(find(kind, name)).toBe(id);
});
