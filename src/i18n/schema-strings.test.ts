import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../schema/field-meta.ts';
import { noticeSchema } from '../schema/notice.ts';
import rulesFr from './rules.fr.json' with { type: 'json' };
import schemaFr from './schema.fr.json' with { type: 'json' };
import { ruleStrings, schemaStrings } from './schema-strings.ts';
import { placeholdersOf } from './strings.ts';

type Texts = Record<string, string>;

describe.each<[string, Texts, Texts]>([
  ['data model', schemaStrings(), schemaFr],
  ['rules', ruleStrings(), rulesFr],
])('the French of the %s', (_, english, french) => {
  test('has a text for every key and no other key', () => {
    expect(Object.keys(english).length).toBeGreaterThan(90);
    expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted());
  });
  test('has its keys in order, so that a translator finds them and a change is one line', () => {
    expect(Object.keys(french)).toEqual(Object.keys(french).toSorted());
  });
  test('leaves no text empty and no sentence in English', () => {
    const untranslated = Object.entries(french).filter(
      ([key, text]) => text.trim() === '' || (!key.endsWith('.title') && text === english[key]),
    );
    expect(untranslated).toEqual([]);
  });
  test('has the placeholders of the English', () => {
    const names = (text = '') => [...new Set(placeholdersOf(text))].toSorted();
    expect(Object.keys(french).filter((key) => names(french[key]).join() !== names(english[key]).join())).toEqual([]);
  });
  test('keeps punctuation with its word', () => {
    expect(Object.entries(french).filter(([, text]) => / [:;?!»]|« |'/.test(text))).toEqual([]);
  });
});

describe('schemaStrings', () => {
  test('takes the words from the schema', () => {
    expect(schemaStrings()).toMatchObject({
      'schema.project.maintenance.contacts.*.email.title': 'Shared mailbox',
      'schema.vocabulary.terms.*.label.help': 'What people read, in each language.',
    });
  });
  test('has a title for every field at the top of a record', () => {
    const strings = schemaStrings();
    const top = fieldsOf(noticeSchema).filter((field) => field.path.length === 1);
    expect(
      top.map(({ path }) => path[0]).filter((name) => strings[`schema.notice.${name}.title`] === undefined),
    ).toEqual([]);
  });
});

test('ruleStrings takes the words from the rules, and the messages of those that are no errors', () => {
  expect(ruleStrings()['rule.mixed-script.message.mixed']).toContain('{word}');
  expect(Object.keys(ruleStrings()).filter((key) => key.startsWith('rule.identity.message'))).toEqual([]);
  expect(ruleStrings()['rule.yaml-alias.mend']).toBe('Write the value out.');
});
