import type { ChangeWords, FindingWords } from '../../src/github/comment/context.ts';
import type { PartialStrings } from '../../src/i18n/strings.ts';
import type { FieldChange } from '../../src/registry/change/field-change.ts';
import { type Issue, shown } from '../../src/rules/rule.ts';
import type { Kind } from '../../src/schema/kinds.ts';

/** Findings in words of a language. */
export function findingWordsIn(_lang: string, _strings: PartialStrings): (issue: Issue) => FindingWords {
  return (issue) => issue;
}

/** Changes of fields in words of a language. */
export function changeWordsIn(
  _lang: string,
  strings: PartialStrings,
): (kind: Kind, change: FieldChange) => ChangeWords {
  return (kind, { path, before, after }) => ({
    field: String(strings[`schema.${kind}.${path[0]}.title`] ?? path.join('.')),
    ...(before === undefined ? {} : { before: shown(before) }),
    ...(after === undefined ? {} : { after: shown(after) }),
  });
}
