import { everyDraft } from '../schema/registry.ts';
import { markedValues, type Wanted } from './marked-values.ts';
import { didYouMean } from './nearest.ts';
import { anyOf, phrase, type Words } from './phrase.ts';
import type { Fix, RegistryRule } from './rule.ts';
import { isSpdxExpression, NOT_OPEN, spdxIdList, spdxSuggestions } from './spdx.ts';

const isLicense: Wanted = ({ notation }) => notation === 'spdx';

export const spdxLicense: RegistryRule = {
  id: 'spdx-license',
  severity: 'error',
  doc: {
    title: 'Licences are SPDX expressions',
    why: 'A name as “GPL v3” leaves open which licence it is; lawyers and searches need the exact one.',
    mend: 'Take the identifier from https://spdx.org/licenses/, or not-open for source that is not published; a licence of your own is LicenseRef-name.',
  },
  messages: { unknown: '“{license}” is not an SPDX expression.' },
  each: true,
  check(registry, report) {
    for (const record of everyDraft(registry)) {
      for (const { value, path } of markedValues(record, isLicense)) {
        const license = String(value);
        if (isSpdxExpression(license) || (license === NOT_OPEN && record.kind === 'project')) continue;
        report({
          code: 'unknown',
          file: record.file,
          path,
          found: license,
          values: { license },
          expected: phrase('spdx'),
          ...suggestion(license),
        });
      }
    }
  },
};

function suggestion(license: string): { hint?: Words; fix?: Fix } {
  const meant = spdxSuggestions(license);
  return meant.length === 0
    ? didYouMean(license, spdxIdList())
    : {
        hint: phrase('couldMean', { text: license, meant: anyOf(meant) }),
        ...(meant.length === 1 && meant[0] !== undefined ? { fix: { set: meant[0] } } : {}),
      };
}
