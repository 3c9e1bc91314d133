import parseSpdx from 'spdx-expression-parse';
import spdxIds from 'spdx-license-ids' with { type: 'json' };
import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };

/** The value of `license` for a project whose source is not open. */
export const NOT_OPEN = 'not-open';

const LICENSE_IDS: readonly string[] = [...spdxIds, ...deprecatedIds];

/** What people write, and the ids that it may mean. */
const COMMON_NAMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^a(?:ffero )?gpl[ -]?v?3(?:\.0)?$/i, ['AGPL-3.0-only', 'AGPL-3.0-or-later']],
  [/^(?:gnu )?gpl[ -]?v?3(?:\.0)?$/i, ['GPL-3.0-only', 'GPL-3.0-or-later']],
  [/^(?:gnu )?gpl[ -]?v?2(?:\.0)?$/i, ['GPL-2.0-only', 'GPL-2.0-or-later']],
  [/^(?:gnu )?lgpl[ -]?v?3(?:\.0)?$/i, ['LGPL-3.0-only', 'LGPL-3.0-or-later']],
  [/^apache(?:[ -]?(?:licen[cs]e|v?2(?:\.0)?))*$/i, ['Apache-2.0']],
  [/^(?:the )?mit(?: licen[cs]e)?$/i, ['MIT']],
  [/^eupl(?:[ -]?v?1\.2)?$/i, ['EUPL-1.2']],
  [/^bsd$/i, ['BSD-2-Clause', 'BSD-3-Clause']],
  [/^mpl(?:[ -]?v?2(?:\.0)?)?$/i, ['MPL-2.0']],
];

const expressions = new Map<string, boolean>();

/** True for an SPDX expression of known ids; ids are compared by letter case, as SPDX parsers do. A few answer for thousands of records. */
export function isSpdxExpression(text: string): boolean {
  const known = expressions.get(text);
  if (known !== undefined) return known;
  const parses = doesParse(text);
  expressions.set(text, parses);
  return parses;
}

function doesParse(text: string): boolean {
  try {
    parseSpdx(text);
    return true;
  } catch {
    return false;
  }
}

/** The ids that a text may mean, best first; none where it is like nothing known. */
export function spdxSuggestions(text: string): string[] {
  const common = COMMON_NAMES.find(([pattern]) => pattern.test(text.trim()));
  if (common !== undefined) return [...common[1]];
  const lower = text.toLowerCase();
  return LICENSE_IDS.filter((id) => id.toLowerCase() === lower);
}

/** All ids that an expression may be made of. */
export function spdxIdList(): readonly string[] {
  return LICENSE_IDS;
}
