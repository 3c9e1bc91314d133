import en from '../i18n/en.json' with { type: 'json' };
import fr from '../i18n/fr.json' with { type: 'json' };
import phrasesFr from '../i18n/phrases.fr.json' with { type: 'json' };
import rulesFr from '../i18n/rules.fr.json' with { type: 'json' };
import schemaFr from '../i18n/schema.fr.json' with { type: 'json' };
import { ruleStrings, schemaStrings } from '../i18n/schema-strings.ts';
import { mergeStrings, type PartialStrings } from '../i18n/strings.ts';
import { phraseStrings } from '../rules/phrases.ts';

const SHIPPED: Readonly<Record<string, PartialStrings>> = {
  en: { ...schemaStrings(), ...ruleStrings(), ...phraseStrings(), ...en },
  fr: { ...schemaFr, ...rulesFr, ...phrasesFr, ...fr },
};

/** All strings of an interface language: the ones that the program ships, with the copy's own over them. */
export function stringsOf(lang: string, own: Readonly<Record<string, unknown>>): PartialStrings {
  return mergeStrings(SHIPPED[lang] ?? {}, (own[lang] ?? {}) as PartialStrings);
}
