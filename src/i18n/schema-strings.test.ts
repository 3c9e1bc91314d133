import { describe, expect, test } from 'vitest';
import { phraseStrings } from '../rules/phrases.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { noticeSchema } from '../schema/notice.ts';
import phrasesFr from './phrases.fr.json' with { type: 'json' };
import rulesFr from './rules.fr.json' with { type: 'json' };
import schemaFr from './schema.fr.json' with { type: 'json' };
import { ruleStrings, schemaStrings } from './schema-strings.ts';
import { type PartialStrings, placeholdersOf, pluralCategories, type StringValue } from './strings.ts';

/** Every form of a text, those of a plural one by category. */
function formsOf(text: StringValue = ''): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

describe.each<[string, PartialStrings, PartialStrings]>([
  ['data model', schemaStrings(), schemaFr],
  ['rules', ruleStrings(), rulesFr],
  ['phrases', phraseStrings(), phrasesFr],
])('the French of the %s', (_, english, french) => {
  test('has a text for every key and no other key', () => {
    expect(Object.keys(english).length).toBeGreaterThan(70);
    expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted());
  });
  test('has its keys in order, so that a translator finds them and a change is one line', () => {
    expect(Object.keys(french)).toEqual(Object.keys(french).toSorted());
  });
  test('leaves no text empty and no sentence in English', () => {
    const untranslated = Object.entries(french).filter(
      ([key, text]) =>
        formsOf(text).some((form) => form.trim() === '') ||
        (!/\.title$|^phrase\.kind\./.test(key) &&
          JSON.stringify(text) === JSON.stringify(english[key]) &&
          hasWords(text)),
    );
    expect(untranslated).toEqual([]);
  });
  test('has the placeholders of the English', () => {
    const names = (form: string) => [...new Set(placeholdersOf(form))].toSorted().join();
    const differ = Object.keys(french).filter(
      (key) => new Set([...formsOf(french[key]), ...formsOf(english[key])].map(names)).size > 1,
    );
    expect(differ).toEqual([]);
  });
  test('has the plural forms that the language needs, where the English has some', () => {
    const categories = (text: StringValue = '') => (typeof text === 'string' ? [] : Object.keys(text).toSorted());
    const wanted = (key: string) => (typeof english[key] === 'string' ? [] : pluralCategories('fr').toSorted());
    expect(Object.keys(french).filter((key) => categories(french[key]).join() !== wanted(key).join())).toEqual([]);
  });
  test('keeps punctuation with its word', () => {
    expect(
      Object.entries(french).filter(([, text]) => formsOf(text).some((form) => / [:;?!»]|« |'/.test(form))),
    ).toEqual([]);
  });
});

/** True where a text is more than placeholders. */
function hasWords(text: StringValue): boolean {
  return formsOf(text).some((form) => /\p{L}/u.test(form.replace(/\{\w+\}/g, '')));
}

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

test('ruleStrings takes the words from the rules, with every message and remedy', () => {
  expect(ruleStrings()['rule.mixed-script.message.mixed']).toContain('{word}');
  expect(ruleStrings()['rule.identity.hint.formerLive']).toContain('formerIds');
  expect(ruleStrings()['rule.yaml-alias.mend']).toBe('Write the value out.');
});
