import { expect, test } from 'vitest';
import { codedIssues, temporaryRegistry } from '../registry/fixtures/temporary-registry-fs.ts';

/** What is said of a term that a vocabulary of these terms does not have. */
function toldOf(term: string, terms: readonly string[]) {
  const list = terms.map((each) => `  ${each}:\n    label:\n      en: ${each}\n`).join('');
  const root = temporaryRegistry({
    'vocabularies/functions.yaml': `schemaVersion: 1\nid: functions\nterms:\n${list}`,
    'projects/int/letter-post.yaml': `schemaVersion: 1\nname: Letter Post\nsummary:\n  en: Sends letters\ntype: service\nstatus: stable\nfunctions:\n  - ${term}\nowner: int/office\nwebsite: https://post.example.org/\n`,
  });
  const found = codedIssues(root).filter(({ rule }) => rule === 'vocabulary-term');
  expect(found).toHaveLength(1);
  return found[0];
}

const MANY = Array.from({ length: 31 }, (_, index) => `term-${index}`);

test('a short vocabulary is told whole, with the terms that may be meant, at most three', () => {
  expect(toldOf('payment-x', ['forms', 'payment-ab', 'payments', 'payment-c', 'payment-d'])).toMatchObject({
    expected: 'forms, payment-ab, payments, payment-c or payment-d',
    hint: 'Did you mean payments, payment-c or payment-d?',
  });
});

test('where no doubt is left, one term is named alone', () => {
  expect(toldOf('Form-s', ['forms', 'norms'])).toMatchObject({ hint: 'Did you mean forms?', fix: { set: 'forms' } });
});

test('of a long vocabulary, it is told where the list stands', () => {
  expect(toldOf('zzzz', MANY)).toMatchObject({
    expected: 'a term of vocabularies/functions.yaml, which npm run registry -- schema project lists',
    hint: 'Take a term of the list. If none fits, propose one in a pull request of its own.',
  });
});
