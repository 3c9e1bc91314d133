import { type ChangeInWords, createChangeWords } from '../../i18n/change-words.ts';
import { pickText } from '../../i18n/localized.ts';
import { compareRecords } from '../../registry/change/compare-records.ts';
import { type FormState, recordOf } from '../form/form-state.ts';
import type { PageData } from '../view/page-data.ts';
import { readRecord } from './record-source.ts';

/** What a correction changes, in words; nothing for a new record. */
export function changesOf(form: FormState, { lang, strings, vocabularies, config }: PageData): ChangeInWords[] {
  const { kind, original, body } = form;
  const before = original === undefined ? undefined : readRecord(kind, original.text);
  if (before === undefined) return [];
  const words = createChangeWords(lang, strings, (vocabulary, term) => {
    const label = vocabularies[vocabulary]?.terms[term]?.label;
    return label === undefined ? undefined : pickText(label, lang, config.languages)?.text;
  });
  const fields = compareRecords(kind, { schemaVersion: 1, ...before.values }, recordOf(form));
  const text =
    before.body.trim() === body.trim() ? [] : [{ path: ['body'], before: before.body.trim(), after: body.trim() }];
  return [...fields, ...text].map((change) => words(kind, change));
}
