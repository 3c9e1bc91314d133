import type { FindingWords } from '../../src/github/comment/context.ts';
import type { PartialStrings } from '../../src/i18n/strings.ts';
import type { Issue } from '../../src/rules/rule.ts';

/** Findings in words of a language. */
export function findingWordsIn(_lang: string, _strings: PartialStrings): (issue: Issue) => FindingWords {
  return (issue) => issue;
}
