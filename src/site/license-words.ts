/** What a licence means for somebody who wants to reuse, in kinds that a sentence explains: `licenseKind.<kind>` in the interface strings. */
export type LicenseKind =
  | 'permissive'
  | 'weak'
  | 'copyleft'
  | 'network'
  | 'dedication'
  | 'content'
  | 'own'
  | 'notOpen'
  | 'several'
  | 'other';

/** First match counts. The grouping follows the duties of each licence's own text. */
const KINDS: readonly (readonly [RegExp, LicenseKind])[] = [
  [/^not-open$/, 'notOpen'],
  [/^LicenseRef-/, 'own'],
  [/\s(?:AND|OR)\s/, 'several'],
  [/^(?:AGPL-|EUPL-1\.2|OSL-|SSPL-)/, 'network'],
  [/^(?:GPL-|CECILL-(?:1|2)|EUPL-)/, 'copyleft'],
  [/^(?:LGPL-|MPL-|EPL-|CDDL-|CECILL-C)/, 'weak'],
  [
    /^(?:MIT|MIT-0|BSD-\d|0BSD|Apache-|ISC|Zlib|BSL-1\.0|CECILL-B|Artistic-2|PostgreSQL|Python-|Unicode-)/,
    'permissive',
  ],
  [/^(?:CC0-|Unlicense|PDDL-)/, 'dedication'],
  [/^(?:CC-BY|OGL-|etalab-|ODbL|ODC-|OFL-)/, 'content'],
];

/** Kinds whose source anyone may use, change and share. */
const OPEN: ReadonlySet<LicenseKind> = new Set(['permissive', 'weak', 'copyleft', 'network', 'dedication', 'content']);

/** What a licence asks of whoever reuses, by its SPDX identifier. */
export function licenseKind(license: string): LicenseKind {
  return KINDS.find(([pattern]) => pattern.test(license))?.[1] ?? 'other';
}

/** `yes` for open licences, `no` for what is not open, `partly` where the reader must look. */
export function licenseAnswer(license: string): 'yes' | 'partly' | 'no' {
  const kind = licenseKind(license);
  if (kind === 'notOpen') return 'no';
  return OPEN.has(kind) ? 'yes' : 'partly';
}

/** The single licences of an SPDX expression, for the filter: `MIT OR Apache-2.0` is two. */
export function licenseIds(license: string): string[] {
  return [
    ...new Set(
      license
        .split(/\s+(?:AND|OR)\s+|[()]/)
        .map((part) => part.replace(/\s+WITH\s.*$/, '').trim())
        .filter(Boolean),
    ),
  ];
}
