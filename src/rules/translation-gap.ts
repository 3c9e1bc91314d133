import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { allOf, fieldName } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const isMap: Wanted = ({ languageMap }) => languageMap === true;

export const translationGap: RegistryRule = {
  id: 'translation-gap',
  severity: 'info',
  doc: {
    title: 'Texts are there in every language of this copy',
    why: 'A text in one language is welcome, and is shown as such; readers of the others find the record, and cannot read why it matters.',
    mend: 'Add the text in the missing language if you write it well. A machine’s translation is not better than the label “Only in French”.',
  },
  messages: { gap: '{field} is missing in {languages}.' },
  each: true,
  check(registry, report) {
    const { languages } = registry.config;
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isMap)) {
        const given = Object.keys(value as object);
        // Names differ between languages only where somebody says so.
        const missing = path[0] === 'name' ? [] : languages.filter((language) => !given.includes(language));
        if (missing.length === 0) continue;
        const values = {
          field: fieldName(path, path.join('.')),
          languages: allOf(missing.map((language) => ({ language }))),
        };
        report({ code: 'gap', file: record.file, path, found: allOf(given), values });
      }
    }
  },
};
