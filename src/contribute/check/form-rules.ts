import { isWholeZone } from '../../rules/countries.ts';
import { countryCode } from '../../rules/country-code.ts';
import { currencyCode } from '../../rules/currency-code.ts';
import { dateFuture } from '../../rules/date-future.ts';
import { editorial } from '../../rules/editorial.ts';
import { endedStatus } from '../../rules/ended-status.ts';
import { endedUntold } from '../../rules/ended-untold.ts';
import { extensionField } from '../../rules/extension-field.ts';
import { identity } from '../../rules/identity.ts';
import { inOrder } from '../../rules/in-order.ts';
import { languageTag } from '../../rules/language-tag.ts';
import { licenseUntold } from '../../rules/license-untold.ts';
import { mixedScript } from '../../rules/mixed-script.ts';
import { noticePeriod } from '../../rules/notice-period.ts';
import { opening } from '../../rules/opening.ts';
import { personalAddress } from '../../rules/personal-address.ts';
import { publiccodeAddress } from '../../rules/publiccode-address.ts';
import { referenceExists } from '../../rules/reference-exists.ts';
import { repeatedValue } from '../../rules/repeated-value.ts';
import { repositoryAddress } from '../../rules/repository-address.ts';
import { repositoryUnique } from '../../rules/repository-unique.ts';
import type { RegistryRule } from '../../rules/rule.ts';
import { spdxLicense } from '../../rules/spdx-license.ts';
import { useEvidence } from '../../rules/use-evidence.ts';
import { vocabularyTerm } from '../../rules/vocabulary-term.ts';
import { zoneAuthorityBy } from '../../rules/zone-authority-by.ts';
import { zoneCountry } from '../../rules/zone-country.ts';

/** The rules of the registry that can be asked about one record, with the others known by name only. */
export const FORM_RULES: readonly RegistryRule[] = [
  referenceExists,
  identity,
  repositoryUnique,
  vocabularyTerm,
  spdxLicense,
  countryCode,
  zoneCountry,
  languageTag,
  currencyCode,
  inOrder,
  noticePeriod,
  dateFuture,
  extensionField,
  mixedScript,
  personalAddress,
  editorial,
  repeatedValue,
  repositoryAddress,
  publiccodeAddress,
  opening,
  licenseUntold,
  endedStatus,
  endedUntold,
  useEvidence,
];

/** The rules whose parsers are large: loaded where a record has such a text. */
export const TEXT_RULES = {
  markdown: async () => (await import('../../rules/markdown.ts')).markdown,
  mdx: async () => (await import('../../rules/mdx.ts')).mdx,
} as const satisfies Readonly<Record<string, () => Promise<RegistryRule>>>;

/** The rules that are loaded where they are needed. */
export const LATER_RULES = ['zone-authority', ...Object.keys(TEXT_RULES)];

/** The rule about zones, with the long list of subdivisions where one of these is meant. */
export async function zoneRule(zone: string): Promise<RegistryRule> {
  return zoneAuthorityBy(zone.includes('-') ? (await import('../../rules/zones.ts')).isZone : isWholeZone);
}
