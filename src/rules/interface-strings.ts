import { missingKeys, type PartialStrings, wrongPlaceholders } from '../i18n/strings.ts';
import type { RegistryRule } from './rule.ts';

/** Languages whose strings come with the program. */
const SHIPPED: ReadonlySet<string> = new Set(['en', 'fr']);
/** More keys than this in one message help nobody. */
const MAX_NAMED = 8;

export const interfaceStrings: RegistryRule = {
  id: 'interface-strings',
  severity: 'error',
  doc: {
    title: 'Interface languages are whole',
    why: 'A page that mixes two languages without saying so is read wrongly by people and by screen readers.',
    mend: 'Translate the missing texts in i18n/<language>.json, or take the language out of registry.yaml until they are there.',
  },
  messages: {
    absent: 'The interface language “{language}” has no file of strings.',
    missing: 'The interface language “{language}” is not whole; texts that are missing: {count}.',
    placeholder: 'The text “{key}” has other placeholders than the English one.',
  },
  check({ config, strings }, report) {
    for (const [index, language] of config.languages.entries()) {
      const own = strings[language] as PartialStrings | undefined;
      const file = `i18n/${language}.json`;
      if (own !== undefined) {
        for (const key of wrongPlaceholders(own))
          report({ code: 'placeholder', file, offset: 0, found: key, values: { key } });
      }
      if (SHIPPED.has(language)) continue;
      if (own === undefined) {
        report({
          code: 'absent',
          file: 'registry.yaml',
          path: ['languages', index],
          found: language,
          values: { language },
          expected: file,
        });
        continue;
      }
      const missing = missingKeys(language, own);
      if (missing.length === 0) continue;
      const found = missing.slice(0, MAX_NAMED).join(', ') + (missing.length > MAX_NAMED ? ' …' : '');
      report({ code: 'missing', file, offset: 0, found, values: { language, count: missing.length } });
    }
  },
};
