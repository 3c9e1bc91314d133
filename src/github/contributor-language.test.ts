import { expect, test } from 'vitest';
import { contributorLanguage } from './contributor-language.ts';

const COPY = ['en', 'fr', 'pt-BR'];

test.each([
  ['the line of the form', { body: 'Adds it.\n\nLanguage: fr' }, 'fr'],
  ['as a host sends it', { body: 'Adds it.\r\nLanguage: fr\r\nMore' }, 'fr'],
  ['the last commit, where the text has none', { body: 'Adds it.', commitMessage: 'Add ca/x\n\nLanguage: fr' }, 'fr'],
  ['the text before the commit', { body: 'Language: pt-BR', commitMessage: 'Language: fr' }, 'pt-BR'],
  ['another form of the language', { body: 'Language: fr-CA' }, 'fr'],
  ['another case of letters', { body: 'Language: PT-br' }, 'pt-BR'],
  ['a language that the interface lacks', { body: 'Language: sw', commitMessage: 'Language: fr' }, 'fr'],
  ['none that is known', { body: 'Language: sw' }, 'en'],
  ['no line of its own', { body: 'I speak Language: fr' }, 'en'],
  ['no language', { body: 'Language: __proto__' }, 'en'],
  ['nothing', {}, 'en'],
])('%s', (_, texts, language) => {
  expect(contributorLanguage(texts, COPY)).toBe(language);
});

test('a copy answers in its own first language', () => {
  expect(contributorLanguage({}, ['ar', 'en'])).toBe('ar');
});
