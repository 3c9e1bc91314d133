import { everyDraft } from '../schema/registry.ts';
import { COUNTRY_CODES, RESERVED_CODES } from './countries.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { didYouMean } from './nearest.ts';
import { phrase } from './phrase.ts';
import type { RegistryRule } from './rule.ts';

/** Codes that people write and ISO 3166 does not have. */
const COMMON_MISTAKES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const isCountry: Wanted = ({ notation }) => notation === 'country';

export const countryCode: RegistryRule = {
  id: 'country-code',
  severity: 'error',
  doc: {
    title: 'Countries are codes of ISO 3166-1',
    why: 'One code for each country lets every language show its own name for it, and every copy agree.',
    mend: 'Use the two-letter code; for the United Kingdom it is GB. An international organization has no country.',
  },
  messages: {
    unknown: '“{code}” is not the code of a country.',
    reserved: '“{code}” is a reserved code, not a country.',
  },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isCountry)) {
        const code = String(value);
        if (COUNTRY_CODES.has(code)) continue;
        const meant = COMMON_MISTAKES[code];
        const remedy =
          meant === undefined
            ? didYouMean(code, COUNTRY_CODES)
            : { hint: phrase('write', { text: meant }), fix: { set: meant } };
        const at = { file: record.file, path, found: code, values: { code }, expected: phrase('countryCode') };
        report({ code: RESERVED_CODES.has(code) ? 'reserved' : 'unknown', ...at, ...remedy });
      }
    }
  },
};
