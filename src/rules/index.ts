import type { Registry } from '../schema/registry.ts';
import { countryCode } from './country-code.ts';
import { currencyCode } from './currency-code.ts';
import { extensionField } from './extension-field.ts';
import { identity } from './identity.ts';
import { interfaceStrings } from './interface-strings.ts';
import { languageTag } from './language-tag.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { mixedScript } from './mixed-script.ts';
import { personalAddress } from './personal-address.ts';
import { referenceExists } from './reference-exists.ts';
import { repositoryUnique } from './repository-unique.ts';
import type { Finding, RegistryRule, RuleDefinition } from './rule.ts';
import { SHAPE_RULES } from './shape-rules.ts';
import { spdxLicense } from './spdx-license.ts';
import { vocabularyTerm } from './vocabulary-term.ts';
import { zoneAuthority } from './zone-authority.ts';

/** The rules about a registry as a whole. */
export const REGISTRY_RULES: readonly RegistryRule[] = [
  referenceExists,
  identity,
  zoneAuthority,
  repositoryUnique,
  vocabularyTerm,
  spdxLicense,
  countryCode,
  languageTag,
  currencyCode,
  extensionField,
  interfaceStrings,
  markdown,
  mdx,
  mixedScript,
  personalAddress,
];

/** Every rule there is, in the order in which a file meets them. */
export const ALL_RULES: readonly RuleDefinition[] = [...SHAPE_RULES, ...REGISTRY_RULES];

export const RULES_BY_ID: ReadonlyMap<string, RuleDefinition> = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

/** What the rules find in a registry; pure, and in the same order for the same registry. */
export function checkRegistry(registry: Registry, rules: readonly RegistryRule[] = REGISTRY_RULES): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) rule.check(registry, (finding) => findings.push({ rule: rule.id, ...finding }));
  return findings;
}
