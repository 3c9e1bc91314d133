import type { Registry } from '../schema/registry.ts';
import { checkDue } from './check-due.ts';
import { countryCode } from './country-code.ts';
import { currencyCode } from './currency-code.ts';
import { dateFuture } from './date-future.ts';
import { editorial } from './editorial.ts';
import { endedStatus } from './ended-status.ts';
import { endedUntold } from './ended-untold.ts';
import { extensionField } from './extension-field.ts';
import { foreignEdit } from './foreign-edit.ts';
import { identity } from './identity.ts';
import { inOrder } from './in-order.ts';
import { interfaceStrings } from './interface-strings.ts';
import { languageTag } from './language-tag.ts';
import { licenseUntold } from './license-untold.ts';
import { logo } from './logo.ts';
import { maintainedRecord } from './maintained-record.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { mixedScript } from './mixed-script.ts';
import { noticePeriod } from './notice-period.ts';
import { opening } from './opening.ts';
import { OVERLAY_RULES, overlayRecord } from './overlay-rules.ts';
import { page } from './page.ts';
import { personalAddress } from './personal-address.ts';
import { publiccodeAddress } from './publiccode-address.ts';
import { PULL_REQUEST_RULES } from './pull-request-rules.ts';
import { referenceCycle } from './reference-cycle.ts';
import { referenceExists } from './reference-exists.ts';
import { repeatedValue } from './repeated-value.ts';
import { repositoryAddress } from './repository-address.ts';
import { repositoryUnique } from './repository-unique.ts';
import {
  type Finding,
  type RegistryRule,
  type RuleContext,
  type RuleDefinition,
  SEVERITIES,
  type Severity,
} from './rule.ts';
import { SHAPE_RULES } from './shape-rules.ts';
import { similarName } from './similar-name.ts';
import { spdxLicense } from './spdx-license.ts';
import { standardNamed } from './standard-named.ts';
import { theme } from './theme.ts';
import { tombstone } from './tombstone.ts';
import { translationGap } from './translation-gap.ts';
import { unverified } from './unverified.ts';
import { useEvidence } from './use-evidence.ts';
import { vocabularyTerm } from './vocabulary-term.ts';
import { zoneAuthority } from './zone-authority.ts';
import { zoneCountry } from './zone-country.ts';

/** The rules about a registry as a whole. */
export const REGISTRY_RULES: readonly RegistryRule[] = [
  referenceExists,
  referenceCycle,
  maintainedRecord,
  identity,
  tombstone,
  zoneAuthority,
  overlayRecord,
  foreignEdit,
  repositoryUnique,
  similarName,
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
  interfaceStrings,
  markdown,
  mdx,
  page,
  theme,
  logo,
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
  unverified,
  checkDue,
  standardNamed,
  translationGap,
];

/** Every rule about a registry, in the order in which a file meets them. */
export const ALL_RULES: readonly RuleDefinition[] = [...SHAPE_RULES, ...REGISTRY_RULES, ...OVERLAY_RULES];

/** Every rule that people may meet: those of a registry, and those of what a pull request changes. */
export const DOCUMENTED_RULES: readonly RuleDefinition[] = [...ALL_RULES, ...PULL_REQUEST_RULES];

export const RULES_BY_ID: ReadonlyMap<string, RuleDefinition> = new Map(
  DOCUMENTED_RULES.map((rule) => [rule.id, rule]),
);

/** True where the findings of a rule are as grave as `least`, or graver. */
export function isAtLeast(rule: string, least: Severity): boolean {
  const { severity = 'error' } = RULES_BY_ID.get(rule) ?? {};
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** What the rules find in a registry; pure, and in the same order for the same registry and day. */
export function checkRegistry(
  registry: Registry,
  context: RuleContext,
  rules: readonly RegistryRule[] = REGISTRY_RULES,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) rule.check(registry, (finding) => findings.push({ rule: rule.id, ...finding }), context);
  return findings;
}
