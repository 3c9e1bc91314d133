import type { StringValue } from '../i18n/strings.ts';
import { EXPECTED } from '../schema/expected.ts';

/**
 * Every phrase that a finding may say under “found”, “expected” or “remedy”, or inside its message, in English. Other languages have them as
 * `phrase.<key>`. `{name}` is replaced by a value; forms are chosen by `{count}`.
 */
export const PHRASES = {
  ...EXPECTED,

  // What a field takes.
  text: 'text',
  textUpTo: { one: 'text of at most {count} character', other: 'text of at most {count} characters' },
  textPerLanguage: 'text in each language, as {field}: {en: …}',
  number: 'a number',
  wholeNumber: 'a whole number',
  trueOrFalse: 'true or false',
  list: 'a list',
  listOf: 'a list; each item: {item}',
  fields: 'fields',
  fieldsNamed: 'fields, each a name and its value',
  fieldsNeeded: 'fields: {fields}',
  fieldsPossible: 'fields, as {fields}',
  idOfKind: 'the id (zone/slug) of a record of the kind {kind}',
  term: 'a term of vocabularies/{vocabulary}.yaml',
  termListed: 'a term of vocabularies/{vocabulary}.yaml, which npm run registry -- schema {kind} lists',
  spdx: 'an SPDX expression, as MIT',

  // What a token of theme.css takes.
  themeColor: 'a colour as #0b5a6f, or light-dark(#0b5a6f, #6cc3d5) for day and night',
  themeFonts: 'families between commas, the last one that every system has: "Public Sans", sans-serif',
  themeRadius: '0, or a length of at most 18px or 1rem',
  themeLogo: 'none, url("logo.svg") or url("logo.png")',
  themeBanner: '0, or a border of at most 36px or 2rem: 4px solid #b00020',
  // What another copy writes.
  editThere:
    'Propose the change at {url}. What only this copy says belongs into {own}. Then delete this file and run npm run registry -- sync: it comes back as it is there.',

  // Sizes and bounds.
  atLeast: '{min} or more',
  atMost: 'at most {max}',
  characters: { one: '{count} character', other: '{count} characters' },
  charactersAtLeast: { one: 'at least {count} character', other: 'at least {count} characters' },
  charactersAtMost: { one: 'at most {count} character', other: 'at most {count} characters' },
  items: { one: '{count} item', other: '{count} items' },
  itemsAtLeast: { one: 'at least {count} item', other: 'at least {count} items' },
  itemsAtMost: { one: 'at most {count} item', other: 'at most {count} items' },
  filesAtMost: { one: 'at most {count} file', other: 'at most {count} files' },
  bytesAtMost: { one: 'at most {count} byte', other: 'at most {count} bytes' },
  levelsAtMost: { one: 'at most {count} level', other: 'at most {count} levels' },
  pixelsAtMost: 'at most {width} by {height} pixels',
  daysAfter: { one: 'at most {count} day after {field}', other: 'at most {count} days after {field}' },
  dayOrBefore: '{day} or before',

  // What else a rule expects.
  frontMatter: 'YAML between two lines of ---, then the text',
  noMark: 'no mark',
  pullRequestTo: 'a pull request to {registry}',
  sharedMailbox: 'a shared mailbox',
  textsByKey: 'texts by key',

  // Remedies.
  couldMean: '“{text}” could mean {meant}.',
  didYouMean: 'Did you mean {near}?',
  httpsInstead: 'If the page answers there too, write {address}',
  keepFew: 'Keep those that matter most.',
  quoteIt: 'Put it between double quotes: "{text}"',
  write: 'Write {text}.',

  // Parts of messages.
  item: '{list}, item {number}',
  record: 'record',
  lookAlike: '“{name}” ({id})',
  lookAlikeWith: '“{name}” ({id}; {evidence})',
  sameOwner: 'same owner',
  sameHost: 'same website host',
  'kind.project': 'project',
  'kind.organization': 'organization',
  'kind.standard': 'standard',
  'kind.group': 'group',
  'kind.funding': 'funding',
  'kind.notice': 'notice',
  'kind.question': 'question',
  'kind.note': 'note',

  // What is wrong with a text that is no YAML.
  'yaml.colon': 'A colon with a blank behind it stands in a text without quotes.',
  'yaml.escape': 'What follows the backslash is no escape.',
  'yaml.indent': 'This line is indented otherwise than the lines that it belongs to.',
  'yaml.missing': 'A colon, a comma, a bracket or a blank is missing.',
  'yaml.quote': 'A text that begins with a quote does not end with one.',
  'yaml.start': 'A text without quotes begins with a sign of YAML.',
  'yaml.tab': 'This line is indented with a tab.',
  'yaml.other': 'The file cannot be read from here on.',
} as const satisfies Readonly<Record<string, StringValue>>;

export type PhraseKey = keyof typeof PHRASES;

/** The English of every phrase: `phrase.<key>`. */
export function phraseStrings(): Record<string, StringValue> {
  return Object.fromEntries(Object.entries(PHRASES).map(([key, text]) => [`phrase.${key}`, text]));
}
