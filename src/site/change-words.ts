import { languageName } from '../i18n/format.ts';
import type { LocalizedText } from '../i18n/localized.ts';
import type { Change } from './changes.ts';
import type { Site } from './make-site.ts';
import { hasReferenceText, referenceText } from './reference-text.ts';

/** A field that was corrected, as people call it. */
export interface ChangedField {
  readonly title: LocalizedText;
  /** The language of the text that changed, where it is one of several. */
  readonly language?: string;
}

/** The corrected fields of a change in words of the data model; a field that the model no longer has goes by its name. */
export function changedFieldNames({ kind, fields }: Change, lang: string, site: Site): ChangedField[] {
  return fields.map((field) => {
    const [name = '', tag] = field.split('.');
    const key = `schema.${kind}.${name}.title`;
    const title =
      name === 'body'
        ? { text: site.t(lang)('change.body'), lang, foreign: false }
        : hasReferenceText(key)
          ? referenceText(key, lang, site)
          : { text: name, lang: 'en', foreign: lang !== 'en' };
    return { title, ...(tag === undefined ? {} : { language: languageName(tag, lang) }) };
  });
}

/** A change in plain words, for feeds: `corrected: Licence, Summary in French`. */
export function changeWords(change: Change, lang: string, site: Site): string {
  const t = site.t(lang);
  if (change.what === 'renamed') return t('change.renamed', { id: change.from ?? '' });
  if (change.what !== 'corrected' || change.fields.length === 0) return t(`change.${change.what}`);
  const fields = changedFieldNames(change, lang, site).map(({ title, language }) =>
    language === undefined ? title.text : t('change.fieldIn', { field: title.text, language }),
  );
  return t('change.correctedIn', { fields: fields.join(t('punctuation.listSeparator')) });
}
