/**
 * What fields take, in English: what a schema says of a value that it refuses. Each is a noun phrase that follows “expected:”. The key is what
 * other languages know it by, as the string `phrase.<key>`.
 */
export const EXPECTED = {
  accountName: 'the name of an account, without @',
  accountOrTeam: 'the name of an account, or organization/team, without @',
  calendarDay: 'a day that exists',
  cofogCode: 'a COFOG code in quotes: "01.3"',
  commitName: 'the full name of a commit',
  countryCode: 'a country code of ISO 3166-1, two capital letters: CA, FR',
  currencyCode: 'a currency code of ISO 4217, three capital letters: EUR, CAD',
  date: 'a date: 2019, 2019-06 or 2019-06-03',
  day: 'a day: 2026-11-23',
  emailAddress: 'an e-mail address',
  fieldKey: 'a field name: letters and digits, beginning with a small letter',
  fieldName: 'the name of a field',
  fieldPath: 'a path to a field: /summary/fr',
  filterEntry:
    'a kind (project), an id (fr/sample), a zone (fr/*), one of these of a kind (project:fr/*), a country (country:FR) or a status (status:obsolete)',
  hashOrAbsent: 'the hash of a field, or absent',
  httpsAddress: 'an https address of a public host',
  hexadecimal: '16 hexadecimal digits',
  languageTag: 'a language tag (BCP 47): en, fr, pt-BR, zh-Hant',
  oneLine: 'one line, without spaces at its ends',
  oneSourceOfAll: 'at most one source with zones: "*"',
  paidOrUnpaid: 'either paid or unpaid, with the reason',
  recordId: 'an id: zone/slug, as ca/gc-notify',
  recordPath: 'a record by its folder and id: projects/ca/gc-notify',
  repositoryOrWebsite: 'a repository or a website',
  sha256: 'a SHA-256 in 64 hexadecimal digits',
  siteAddress: 'the site’s address, ending in a slash',
  slug: 'lower-case letters, digits and single hyphens',
  someLanguage: 'text in at least one language',
  someText: 'some text',
  timeWithZone: 'a time with its zone: 2026-12-01T17:00:00-05:00',
  wikidataItem: 'a Wikidata item: Q42',
  zoneOrAll: 'a zone (ca, ca-qc, eu, int), or "*" for all others',
  zone: 'a zone: a country code in lower case (ca, ca-qc), eu or int',
} as const;

export type Expected = keyof typeof EXPECTED;
