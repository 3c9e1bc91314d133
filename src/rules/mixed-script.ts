import { everyDraft } from '../schema/registry.ts';
import { namesOf } from './names.ts';
import type { RegistryRule } from './rule.ts';

/** Scripts with letters that look like Latin ones. Scripts that are commonly mixed with Latin inside a word are not here. */
const CONFUSABLE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const LATIN = /\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}]+/gu;

export const mixedScript: RegistryRule = {
  id: 'mixed-script',
  severity: 'warning',
  doc: {
    title: 'Words of a name are in one script',
    why: 'A Cyrillic а among Latin letters looks like another project’s name and is not.',
    mend: 'Type the word again in one script. If it is really written so, say it in the pull request.',
  },
  messages: { mixed: 'The word “{word}” mixes Latin letters with ones that look like them.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { text, path } of namesOf(record)) {
        for (const [word] of text.matchAll(WORD)) {
          if (LATIN.test(word) && CONFUSABLE.test(word))
            report({ code: 'mixed', file: record.file, path, found: word, values: { word } });
        }
      }
    }
  },
};
