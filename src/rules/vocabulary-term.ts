import type { Kind } from '../schema/kinds.ts';
import { everyDraft, type Registry } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { nearestFew, surely } from './nearest.ts';
import { anyOf, phrase, type Words } from './phrase.ts';
import type { Fix, RegistryRule } from './rule.ts';

const isTerm: Wanted = ({ vocabulary }) => vocabulary !== undefined;

export const vocabularyTerm: RegistryRule = {
  id: 'vocabulary-term',
  severity: 'error',
  doc: {
    title: 'Controlled values are terms of their vocabulary',
    why: 'Only terms are translated, filtered and counted; “notification” beside “notifications” would split what belongs together.',
    mend: 'Take a term of the list. If none fits, propose one in a pull request of its own.',
  },
  messages: {
    unknown: '“{term}” is not a term of the vocabulary “{vocabulary}”.',
    absent: 'This registry has no vocabulary “{vocabulary}”.',
    label: 'The term “{term}” has no label.',
    broader: 'The broader term “{term}” does not exist.',
  },
  hints: {
    absent: 'Add the file of the vocabulary, or delete the value.',
    label: 'Give the term a label, at least in the main language of the registry.',
    broader: 'Name a term of the same vocabulary, or delete the line.',
  },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path, meta } of markedValues(record, isTerm)) {
        const name = meta.vocabulary ?? '';
        const vocabulary = registry.vocabularies[name];
        const term = String(value);
        const at = { file: record.file, path, found: term, values: { term, vocabulary: name } };
        if (vocabulary === undefined) report({ code: 'absent', ...at, expected: `vocabularies/${name}.yaml` });
        else if (!Object.hasOwn(vocabulary.terms, term))
          report({
            code: 'unknown',
            ...at,
            expected: expectedTerm(name, Object.keys(vocabulary.terms), record.kind),
            ...nearestTerm(registry, name, term),
          });
      }
    }
    for (const { id: vocabulary, terms } of Object.values(registry.vocabularies)) {
      for (const [term, { label, broader, file }] of Object.entries(terms)) {
        if (Object.keys(label).length === 0)
          report({ code: 'label', file, path: ['terms', term], values: { term, vocabulary } });
        if (broader !== undefined && !Object.hasOwn(terms, broader)) {
          report({
            code: 'broader',
            file,
            path: ['terms', term, 'broader'],
            found: broader,
            values: { term: broader, vocabulary },
          });
        }
      }
    }
  },
};

/** More terms than this are not told in one line. */
const MAX_LISTED = 30;
const MAX_SUGGESTED = 3;

/** All terms, or where they stand. */
function expectedTerm(vocabulary: string, terms: readonly string[], kind: Kind): Words {
  return terms.length <= MAX_LISTED ? anyOf(terms) : phrase('termListed', { vocabulary, kind });
}

/** The terms whose id, label or synonym is nearest: people write labels and synonyms in their own language. */
function nearestTerm(registry: Registry, name: string, word: string): { hint?: Words; fix?: Fix } {
  const names = new Map<string, string>();
  for (const [id, { label, synonyms }] of Object.entries(registry.vocabularies[name]?.terms ?? {})) {
    for (const text of [...Object.values(synonyms).flat(), ...Object.values(label), id]) names.set(text, id);
  }
  const meant = names.get(surely(word, names.keys()) ?? '');
  if (meant !== undefined) return { hint: phrase('didYouMean', { near: meant }), fix: { set: meant } };
  const near = new Set(nearestFew(word, names.keys()).map((text) => names.get(text) ?? text));
  const suggested = [...near].slice(0, MAX_SUGGESTED);
  return suggested.length === 0 ? {} : { hint: phrase('didYouMean', { near: anyOf(suggested) }) };
}
