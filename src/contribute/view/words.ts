import { createFindingWords } from '../../i18n/finding-words.ts';
import type { LocalizedText } from '../../i18n/localized.ts';
import type { Translator } from '../../i18n/t.ts';
import type { Issue } from '../../rules/rule.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { PageData } from './page-data.ts';

/** What a place of the form is called. */
export type TitleOf = (path: ValuePath) => string | undefined;
/** A text, and its language where that is not the page's. */
export interface Said {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** What is wrong and what to do about it, in the page's language where it has the words. */
export type IssueWords = (issue: Issue) => { message: Said; hints: readonly Said[] };

/** Says issues as the form shows them: fields by their titles, and what is expected rather than what every such finding is told. */
export function issueWords(page: PageData, t: Translator, titleOf: TitleOf): IssueWords {
  const words = createFindingWords(page.lang, page.strings, { fieldName: titleOf });
  return (issue) => {
    const { message, expected, hint } = words(issue);
    const told = hint === undefined || (isGeneral(issue) && expected !== undefined) ? [] : [said(hint)];
    if (expected === undefined) return { message: said(message), hints: told };
    const wanted = expected.foreign ? said(expected) : { text: t('form.expected', { expected: expected.text }) };
    return { message: said(message), hints: [wanted, ...told] };
  };
}

function said({ text, lang, foreign }: LocalizedText): Said {
  return { text, ...(foreign ? { lang } : {}) };
}

/** True where the remedy is that of the rule, and not of what was found. */
function isGeneral({ rule, words }: Issue): boolean {
  const hint = words?.hint;
  return typeof hint === 'object' && 'key' in hint && hint.key === `rule.${rule}.mend`;
}
