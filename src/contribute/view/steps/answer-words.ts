import { formatDate, formatNumber, languageName } from '../../../i18n/format.ts';
import type { FormField } from '../../form/field.ts';
import type { FormContext } from '../context.ts';
import { labelText } from '../controls/Field.tsx';
import { choicesOf } from '../controls/sources.ts';

/** An answer in words: a text with its language, or the parts of a thing, each under its name. */
export type Answer =
  | { readonly text: string; readonly lang?: string }
  | { readonly title: string; readonly answers: readonly Answer[] };

/** What a field of the record says, in words; as many answers as there are things in it. */
export function answersOf(field: FormField, value: unknown, context: FormContext): Answer[] {
  const { control } = field;
  const { t } = context;
  switch (control.control) {
    case 'text':
      return [
        control.input === 'date' || control.input === 'day' ? { text: dateText(value, t.lang) } : plain(value, t.lang),
      ];
    case 'localized':
      if (typeof value !== 'object' || value === null) return [plain(value, t.lang)];
      return Object.entries(value).map(([lang, text]) => ({
        title: languageName(lang, t.lang),
        answers: [{ text: String(text), lang }],
      }));
    case 'choice':
      return [labelled(String(value))];
    case 'choices':
      return list(value).map((one) => labelled(String(one)));
    case 'texts':
      return list(value).map((one) => ({ text: String(one) }));
    case 'yes-no':
      return [{ text: value === true ? t('value.yes') : value === false ? t('value.no') : String(value) }];
    case 'group':
      return partsOf(control.fields, value, context);
    case 'list':
      return list(value).map((item, index) => ({
        title: t('form.item', { field: labelText(field.label, context).title, number: index + 1 }),
        answers: partsOf(control.fields, item, context),
      }));
    default:
      return [plain(value, t.lang)];
  }

  function labelled(one: string): Answer {
    if (control.control !== 'choice' && control.control !== 'choices') return { text: one };
    const { label, lang } = choicesOf(control.source, context).show(one);
    return { text: label, ...(lang === undefined ? {} : { lang }) };
  }
}

function partsOf(fields: readonly FormField[], value: unknown, context: FormContext): Answer[] {
  if (typeof value !== 'object' || value === null) return [plain(value, context.t.lang)];
  return fields.flatMap((field) => {
    const inner = (value as Record<string, unknown>)[field.name];
    if (inner === undefined) return [];
    return [{ title: labelText(field.label, context).title, answers: answersOf(field, inner, context) }];
  });
}

function plain(value: unknown, lang: string): Answer {
  if (typeof value === 'number') return { text: formatNumber(value, lang) };
  return { text: typeof value === 'string' ? value : JSON.stringify(value) };
}

function dateText(value: unknown, lang: string): string {
  try {
    return formatDate(value as string, lang);
  } catch {
    return String(value);
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
