import { formatDate, formatNumber } from '../i18n/format.ts';
import { type LocalizedText, pickText } from '../i18n/localized.ts';
import { takesValue } from '../rules/extension-field.ts';
import type { ExtensionField } from '../schema/config.ts';
import type { AnyRecord } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import { extensionPage } from './extension-facets.ts';
import type { Site } from './make-site.ts';

/** The value of a field that this copy declares, ready to show. */
export interface ExtensionValue {
  readonly label: LocalizedText;
  readonly texts: readonly ExtensionText[];
}

interface ExtensionText extends LocalizedText {
  /** The address that the value is, or of the page with every project that has it. */
  readonly href?: string;
}

/** The values of a record in the fields that this copy declares, in their declared order. Fields of other copies are kept, not shown. */
export function extensionValues({ kind, data }: AnyRecord, lang: string, site: Site): ExtensionValue[] {
  return Object.entries(site.registry.config.extensions ?? {}).flatMap(([zone, fields]) =>
    fields.flatMap((field) => {
      const value = data.extensions?.[zone]?.[field.key];
      // A record of another copy may say anything here.
      if (!field.kinds.includes(kind) || !takesValue(field, value)) return [];
      const label = pickText(field.label, lang, site.languages) ?? plain(field.key, lang);
      const texts = (Array.isArray(value) ? value : [value]).map((item) => {
        const path = kind === 'project' ? extensionPage(zone, field, item) : undefined;
        const href = path === undefined ? addressOf(field, item) : site.href(lang, path);
        return { ...valueText(field, item, lang, site), ...(href === undefined ? {} : { href }) };
      });
      return [{ label, texts }];
    }),
  );
}

function addressOf({ type }: ExtensionField, value: unknown): string | undefined {
  return type === 'url' && isSafeHttpsUrl(String(value)) ? String(value) : undefined;
}

function valueText({ type, values = {} }: ExtensionField, value: unknown, lang: string, site: Site): LocalizedText {
  const text = String(value);
  if (type === 'choice' || type === 'choices')
    return pickText(values[text] ?? {}, lang, site.languages) ?? plain(text, lang);
  if (type === 'boolean') return plain(site.t(lang)(value === true ? 'value.yes' : 'value.no'), lang);
  if (type === 'date') return plain(formatDate(text, lang), lang);
  if (type === 'number') return plain(formatNumber(Number(value), lang), lang);
  // Free text is in no language that the record tells: shown as it is, isolated.
  return plain(text, lang);
}

function plain(text: string, lang: string): LocalizedText {
  return { text, lang, foreign: false };
}
