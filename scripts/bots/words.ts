import type { FindingWords } from '../../src/github/comment/context.ts';
import { createFindingWords } from '../../src/i18n/finding-words.ts';
import type { PartialStrings } from '../../src/i18n/strings.ts';
import type { Issue } from '../../src/rules/rule.ts';

/** Findings in words of a language, as comments take them. */
export function findingWordsIn(lang: string, strings: PartialStrings): (issue: Issue) => FindingWords {
  const wordsOf = createFindingWords(lang, strings);
  return (issue) => {
    const { message, found, expected, hint } = wordsOf(issue);
    return {
      message: message.text,
      ...(found === undefined ? {} : { found: found.text }),
      ...(expected === undefined ? {} : { expected: expected.text }),
      ...(hint === undefined ? {} : { hint: hint.text }),
    };
  };
}
