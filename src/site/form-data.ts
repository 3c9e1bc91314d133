import { FORM_RULES, LATER_RULES } from '../contribute/check/form-rules.ts';
import type { PageData } from '../contribute/view/page-data.ts';
import { findingStrings } from '../i18n/finding-words.ts';
import { requireText } from '../i18n/localized.ts';
import { SHAPE_RULES } from '../rules/shape-rules.ts';
import type { Vocabulary } from '../schema/registry.ts';
import type { Site } from './make-site.ts';

/** The strings that the form shows: its own, the words of the data model and of the rules, and what its preview is made of. */
const NEEDED =
  /^(?:form|send|import|changed|duplicate|doors|schema|schemaName|schemaHelp|answer|value|punctuation|license|licenseKind|stamp|reuse|page|facet|status|markLetter|country|record)\.|^(?:project\.(?:extensions|reuse|about|madeBy)|organization\.(?:uses|endorses)|text\.onlyIn|count\.languages|change\.body$)|^[a-zA-Z]+\.[a-z-]+$/;
/** The rules that the form asks. */
const RULES = new Set([...[...SHAPE_RULES, ...FORM_RULES].map(({ id }) => id), ...LATER_RULES]);
/** Of the data model, what is no record. */
const UNNEEDED = /^schema\.(?:registry|federation|vocabulary|tombstone)\./;

/** What the form's page gives to the program in the browser: everything in it is public already. */
export function formData(lang: string, site: Site): PageData {
  const { registry, info, repository } = site;
  const strings = Object.entries(site.strings(lang)).filter(([key]) => NEEDED.test(key) && !UNNEEDED.test(key));
  return {
    lang,
    base: info.base,
    siteName: requireText(info.name, lang, site.languages).text,
    strings: { ...Object.fromEntries(strings), ...findingStrings(site.strings(lang), RULES) },
    config: registry.config,
    federation: registry.federation,
    vocabularies: Object.fromEntries(
      Object.entries(registry.vocabularies).map(([name, vocabulary]) => [name, forReaders(vocabulary, lang)]),
    ),
    doors: { repository, intake: registry.config.intake },
  };
}

/** A vocabulary with its descriptions in the reader's language, and without its mappings. */
function forReaders({ id, terms }: Vocabulary, lang: string): Vocabulary {
  return {
    id,
    terms: Object.fromEntries(
      Object.entries(terms).map(([term, { description, ...rest }]) => {
        const own = description[lang];
        return [term, { ...rest, description: own === undefined ? {} : { [lang]: own }, mappings: {} }];
      }),
    ),
  };
}
