import { createFindingWords } from '../../i18n/finding-words.ts';
import type { Translator } from '../../i18n/t.ts';
import type { Issue } from '../../rules/rule.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { PageData } from './page-data.ts';

/** What a place of the form is called. */
export type TitleOf = (path: ValuePath) => string | undefined;
/** What is wrong and what to do about it, in the page's language. */
export type IssueWords = (issue: Issue) => { message: string; hint?: string | undefined };

/** Says issues as the form shows them: fields by their titles, and what is expected rather than what every such finding is told. */
export function issueWords(page: PageData, t: Translator, titleOf: TitleOf): IssueWords {
  const words = createFindingWords(page.lang, page.strings, { fieldName: titleOf });
  return (issue) => {
    const { message, expected, hint } = words(issue);
    const general = isGeneral(issue);
    const hints = [
      ...(expected === undefined ? [] : [t('form.expected', { expected: expected.text })]),
      ...(hint === undefined || (general && expected !== undefined) ? [] : [hint.text]),
    ];
    return { message: message.text, ...(hints.length === 0 ? {} : { hint: hints.join(' ') }) };
  };
}

/** True where the remedy is that of the rule, and not of what was found. */
function isGeneral({ rule, words }: Issue): boolean {
  const hint = words?.hint;
  return typeof hint === 'object' && 'key' in hint && hint.key === `rule.${rule}.mend`;
}
