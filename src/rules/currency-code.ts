import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { didYouMean } from './nearest.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const isCurrency: Wanted = ({ notation }) => notation === 'currency';

export const currencyCode: RegistryRule = {
  id: 'currency-code',
  severity: 'error',
  doc: {
    title: 'Currencies are codes of ISO 4217',
    why: 'A sign as $ stands for twenty currencies; the code for one.',
    mend: 'Use the three-letter code: EUR, CAD, KES.',
  },
  messages: { unknown: '“{code}” is not the code of a currency.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isCurrency)) {
        const code = String(value);
        if (CURRENCIES.has(code)) continue;
        report({
          code: 'unknown',
          file: record.file,
          path,
          found: code,
          values: { code },
          expected: phrase('currencyCode'),
          ...didYouMean(code, CURRENCIES),
        });
      }
    }
  },
};
