import type { CheckId } from './pull-request-report.ts';

/** Which check of the design each rule belongs to. */
export const RULES_OF_CHECK: Readonly<Record<CheckId, readonly string[]>> = {
  scope: ['pr-scope', 'pr-settings', 'pr-observed', 'pr-taken-by-hand'],
  tree: ['pr-file-mode', 'pr-path', 'pr-size', 'file-name', 'file-type', 'file-size'],
  bytes: ['file-encoding', 'unsafe-character'],
  yaml: [
    ...['yaml-syntax', 'yaml-comment', 'yaml-one-document', 'yaml-duplicate-key', 'yaml-alias', 'yaml-tag'],
    ...['yaml-directive', 'yaml-depth', 'yaml-number', 'unsafe-key', 'json-syntax', 'change-log', 'federation-lock'],
  ],
  'schema-version': ['newer-version', 'schema-version'],
  schema: [
    ...['missing-field', 'unknown-field', 'wrong-type', 'wrong-value', 'text-length', 'unsafe-url'],
    ...['extension-field', 'in-order', 'notice-period', 'date-future', 'ended-status', 'repeated-value'],
  ],
  vocabularies: ['vocabulary-term', 'spdx-license', 'country-code', 'zone-country', 'language-tag', 'currency-code'],
  references: ['reference-exists', 'reference-cycle', 'maintained-record'],
  identity: ['identity', 'tombstone', 'repository-unique', 'repository-address', 'publiccode-address', 'pr-id'],
  similarity: ['similar-name', 'mixed-script'],
  zone: ['zone-authority', 'foreign-edit', 'overlay-record', 'overlay-stale', 'pr-foreign-zone', 'pr-taken'],
  immutability: ['pr-deletion', 'pr-status-back'],
  editorial: [
    ...['editorial', 'personal-address', 'markdown', 'mdx', 'opening', 'license-untold', 'ended-untold'],
    ...['use-evidence', 'unverified', 'check-due', 'translation-gap', 'standard-named'],
  ],
  registry: ['registry-config', 'interface-strings', 'theme', 'logo', 'page', 'pr-conflict'],
};

const CHECK_OF_RULE: ReadonlyMap<string, CheckId> = new Map(
  Object.entries(RULES_OF_CHECK).flatMap(([check, rules]) => rules.map((rule) => [rule, check as CheckId])),
);

/** The check that a rule belongs to; what no check names is about the registry as a whole. */
export function checkOfRule(rule: string): CheckId {
  return CHECK_OF_RULE.get(rule) ?? 'registry';
}
