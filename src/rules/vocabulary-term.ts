import { everyDraft, type Registry } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { nearest, surely } from './nearest.ts';
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
            expected: `a term of vocabularies/${name}.yaml`,
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

/** The term whose id, label or synonym is nearest: people write labels and synonyms in their own language. */
function nearestTerm(registry: Registry, name: string, word: string): { hint?: string; fix?: Fix } {
  const names = new Map<string, string>();
  for (const [id, { label, synonyms }] of Object.entries(registry.vocabularies[name]?.terms ?? {})) {
    for (const text of [...Object.values(synonyms).flat(), ...Object.values(label), id]) names.set(text, id);
  }
  const term = names.get(nearest(word, names.keys()) ?? '');
  const meant = names.get(surely(word, names.keys()) ?? '');
  return {
    ...(term === undefined ? {} : { hint: `Did you mean ${term}?` }),
    ...(meant === undefined ? {} : { fix: { set: meant } }),
  };
}
