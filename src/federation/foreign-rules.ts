import { assembleRegistry } from '../registry/assemble.ts';
import { isRecordKind } from '../registry/shared-kinds.ts';
import { countryCode } from '../rules/country-code.ts';
import { currencyCode } from '../rules/currency-code.ts';
import { identity } from '../rules/identity.ts';
import { inOrder } from '../rules/in-order.ts';
import { checkRegistry } from '../rules/index.ts';
import { languageTag } from '../rules/language-tag.ts';
import { markdown } from '../rules/markdown.ts';
import { mdx } from '../rules/mdx.ts';
import { noticePeriod } from '../rules/notice-period.ts';
import type { Finding, RegistryRule } from '../rules/rule.ts';
import { spdxLicense } from '../rules/spdx-license.ts';
import { type AnyRecord, splitId } from '../schema/registry.ts';
import { isTombstone } from '../schema/tombstone.ts';
import type { ForeignRecord } from './read-foreign.ts';

/**
 * The rules that hold for what another copy writes, too: those that need only the record itself. Which records, terms and extension fields
 * there are is the other copy’s to say, and days are counted there.
 */
export const FOREIGN_RULES: readonly RegistryRule[] = [
  markdown,
  mdx,
  countryCode,
  currencyCode,
  languageTag,
  spdxLicense,
  inOrder,
  noticePeriod,
  {
    ...identity,
    check: (registry, report) =>
      identity.check(registry, (finding) => finding.code === 'reserved' && report(finding), TODAY),
  },
];

/** None of these rules looks at the day. */
const TODAY = { today: '2000-01-01' };
const EMPTY = assembleRegistry([]).registry;

/** What the rules find in records of another copy, by file: of each by itself. */
export function foreignFindings(records: readonly ForeignRecord[]): ReadonlyMap<string, Finding[]> {
  // Of a vocabulary, its shape says all.
  const live = records.filter(({ kind, known }) => isRecordKind(kind) && !isTombstone(known)).map(recordOf);
  return Map.groupBy(checkRegistry({ ...EMPTY, records: live }, TODAY, FOREIGN_RULES), ({ file }) => file);
}

function recordOf({ kind, id, file, known, content }: ForeignRecord): AnyRecord {
  const body = content.body === undefined ? {} : { body: content.body, bodyOffset: 0 };
  // Its shape was checked against the schema of its kind.
  return { kind, id, ...splitId(id), file, data: known, ...body } as unknown as AnyRecord;
}
