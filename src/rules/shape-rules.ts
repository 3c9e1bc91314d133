import type { RuleDefinition } from './rule.ts';

/** The most bytes that one record may have: checking a larger one for duplicate keys takes quadratic time. */
export const MAX_FILE_BYTES = 32 * 1024;
/** The deepest nesting that a record may have. */
export const MAX_DEPTH = 12;

/** Rules about one file's bytes, its YAML and its fields. `src/registry/parse.ts` applies them in this order. */
export const SHAPE_RULES = [
  {
    id: 'registry-config',
    severity: 'warning',
    doc: {
      title: 'The registry says who it is',
      why: 'registry.yaml names the copy, its zones and languages; without it a plain default stands in.',
      mend: 'Write registry.yaml. The least that it holds is {schemaVersion: 1, id: my-copy, name: {en: My registry}, zones: [ca], languages: [en], dataLicense: CC0-1.0}.',
    },
    messages: { absent: 'There is no registry.yaml.' },
  },
  {
    id: 'file-name',
    severity: 'error',
    doc: {
      title: 'Every file stands where its kind belongs',
      why: 'The path is the id: projects/ca/gc-notify.yaml is the project ca/gc-notify. A file elsewhere would be read by nobody.',
      mend: 'Move the file to <kind>/<zone>/<slug>.yaml, in lower-case letters, digits and single hyphens.',
    },
    messages: {
      place: 'No kind of record lives at this path.',
      zone: 'The folder “{zone}” is not the name of a zone.',
      slug: 'A file cannot be called “{slug}” here.',
      date: 'The name of a note begins with its date.',
    },
    hints: {
      zone: 'Move the file to a folder with the name of a zone: a country code in lower case (ca, ca-qc), eu or int.',
      slug: 'Name the file in lower-case letters, digits and single hyphens, at most 64 of them.',
      date: 'Let the name of the file begin with the day, as 2026-11-23-name.',
    },
  },
  {
    id: 'file-type',
    severity: 'error',
    doc: {
      title: 'Only plain files',
      why: 'A symbolic link or a special file could lead the build to read or wait for something outside the registry.',
      mend: 'Replace it by a plain file.',
    },
    messages: {
      link: 'This is a symbolic link.',
      special: 'This is not a plain file.',
      unreadable: 'This file cannot be read; the system says: “{reason}”.',
    },
    hints: { unreadable: 'Allow the program to read it.' },
  },
  {
    id: 'file-size',
    severity: 'error',
    doc: {
      title: 'A record has at most 32 KiB',
      why: 'Large files cost everybody time at each build, and no record needs them.',
      mend: 'Shorten the description, and link to longer texts.',
    },
    messages: { large: 'The file is too large: {bytes} bytes.', empty: 'The file is empty.' },
    hints: { empty: 'Write the record, or delete the file.' },
  },
  {
    id: 'file-encoding',
    severity: 'error',
    doc: {
      title: 'Files are UTF-8 without byte-order mark, with plain line ends',
      why: 'One encoding is what lets every language stand in one registry, and every tool read it.',
      mend: 'Save the file as UTF-8 without BOM and with LF line ends. Marks and line ends are mended by npm run registry -- format; another encoding only by an editor.',
    },
    messages: {
      utf8: 'The text is not UTF-8 from here on.',
      bom: 'The file begins with a byte-order mark.',
      cr: 'The file has Windows line ends (CR).',
    },
    hints: {
      utf8: 'Open the file in an editor in the encoding in which it was written, and save it as UTF-8.',
      bom: 'Run npm run registry -- format, which takes the mark away.',
      cr: 'Run npm run registry -- format, which writes LF line ends.',
    },
  },
  {
    id: 'unsafe-character',
    severity: 'error',
    doc: {
      title: 'No invisible or direction-changing characters',
      why: 'They make text look different from what it is, so that a reviewer approves what nobody read.',
      mend: 'Delete the character. Right-to-left text needs none: the site isolates each text. Joiners are fine where a script or emoji uses them.',
    },
    messages: { character: 'The invisible or control character {name} is not allowed.' },
  },
  {
    id: 'json-syntax',
    severity: 'error',
    doc: {
      title: 'Interface strings are a JSON object',
      why: 'A file of strings that cannot be read would leave the interface without words.',
      mend: 'Write one object of keys and texts, as src/i18n/en.json.',
    },
    messages: { syntax: 'This is not JSON; its reader says: “{problem}”.', object: 'This is not an object of texts.' },
  },
  {
    id: 'change-log',
    severity: 'error',
    doc: {
      title: 'The file of changes is as the command writes it',
      why: 'The site tells from it what was added and corrected, and when; a line that cannot be read would be left out without a word.',
      mend: 'Delete observed/changes.jsonl and write it anew: npm run registry -- changes. Nobody edits it by hand.',
    },
    messages: {
      head: 'The first line does not name the commit up to which the history is told.',
      event: 'This line is not the JSON of a change.',
      field: 'The field “{field}” is missing or is not as the command writes it.',
    },
  },
  {
    id: 'yaml-syntax',
    severity: 'error',
    doc: {
      title: 'The file is YAML 1.2',
      why: 'A file that cannot be read cannot be listed.',
      mend: 'Put text with a colon, a hash or quotes between double quotes, and indent with two spaces, never tabs.',
    },
    messages: { syntax: '{problem}', map: 'This is not a list of fields, as “name: …”.' },
    hints: { map: 'Write one field a line: its name, a colon, a space and its value.' },
  },
  {
    id: 'yaml-comment',
    severity: 'error',
    doc: {
      title: 'A comment looks like one',
      why: 'YAML takes a hash behind a space for the beginning of a comment: of “Form #12” only “Form” is kept, and nobody sees it.',
      mend: 'Put the text between double quotes; if it is a comment, write a space behind the hash.',
    },
    messages: { lost: 'What stands from the hash on is taken for a comment, and is lost.' },
  },
  {
    id: 'yaml-one-document',
    severity: 'error',
    doc: {
      title: 'One document a file',
      why: 'What stands behind a second --- would be left out by some readers and not by others.',
      mend: 'Delete the line --- and move the second part to its own file.',
    },
    messages: { more: 'A second document begins here.' },
  },
  {
    id: 'yaml-duplicate-key',
    severity: 'error',
    doc: {
      title: 'Each field once',
      why: 'Of two fields with one name, one would be lost without a word.',
      mend: 'Keep one of the two, or make them one list.',
    },
    messages: { duplicate: 'The field “{key}” stands twice.' },
  },
  {
    id: 'yaml-alias',
    severity: 'error',
    doc: {
      title: 'No anchors and aliases',
      why: 'A few aliases can grow into gigabytes when they are read.',
      mend: 'Write the value out.',
    },
    messages: { anchor: 'Anchors (&name) are not used here.', alias: 'Aliases (*name) are not used here.' },
  },
  {
    id: 'yaml-tag',
    severity: 'error',
    doc: {
      title: 'No tags',
      why: 'A tag changes what a value means from reader to reader.',
      mend: 'Delete the tag; put text between quotes where it would be read as something else.',
    },
    messages: { tag: 'Tags ({tag}) are not used here.' },
  },
  {
    id: 'yaml-directive',
    severity: 'error',
    doc: {
      title: 'No directives',
      why: 'A directive can change the YAML version, and then no becomes false and 12:30:45 a number.',
      mend: 'Delete the line that begins with %.',
    },
    messages: { directive: 'Directives (%) are not used here.' },
  },
  {
    id: 'yaml-depth',
    severity: 'error',
    doc: {
      title: 'At most 12 levels of nesting',
      why: 'No record needs more, and readers fail on deep ones.',
      mend: 'Flatten the value.',
    },
    messages: { deep: 'This is nested more than {max} levels deep.' },
  },
  {
    id: 'yaml-number',
    severity: 'error',
    doc: {
      title: 'Numbers are whole and exact',
      why: 'Long numbers lose digits, and a version such as 1.10 would become 1.1.',
      mend: 'Put versions and codes between quotes; give amounts in whole units.',
    },
    messages: { number: 'This number cannot be kept exactly.' },
  },
  {
    id: 'unsafe-key',
    severity: 'error',
    doc: {
      title: 'No field names with a meaning for programs',
      why: 'Names as __proto__ can change how the programs that read a record behave.',
      mend: 'Delete the field.',
    },
    messages: { key: 'A field may not be called “{key}”.', text: 'A field’s name must be text.' },
    hints: { text: 'Take the name of a field of the data model, or put the name between double quotes.' },
  },
  {
    id: 'newer-version',
    severity: 'error',
    doc: {
      title: 'Records are in a version that this program knows',
      why: 'A later version of the data model may mean something else by the same field, and would be misread without a word.',
      mend: 'Take a newer version of the program; only if you meant this one, correct schemaVersion.',
    },
    messages: {
      newer:
        'The file is in version {version} of the data model, and this program is older: it knows version {current}.',
    },
  },
  {
    id: 'schema-version',
    severity: 'warning',
    doc: {
      title: 'Records are in the current version of the data model',
      why: 'The version before is still read, so that nobody has to hurry; the one after it will not read it any more.',
      mend: 'Run npm run registry -- migrate, which rewrites the record and keeps its comments.',
    },
    messages: { outdated: 'The record is in version {version} of the data model; the current one is {current}.' },
  },
  {
    id: 'missing-field',
    severity: 'error',
    doc: {
      title: 'Required fields are there',
      why: 'Without them nobody can find the record or decide about it.',
      mend: 'Add it; the data model says what belongs in it.',
    },
    messages: { missing: 'The field “{field}” is missing.', empty: 'The field “{field}” has no value.' },
    hints: { empty: 'Write a value. A field that is not required may be left out instead.' },
  },
  {
    id: 'unknown-field',
    severity: 'error',
    doc: {
      title: 'Only fields of the data model',
      why: 'A mistyped field would be lost without a word.',
      mend: 'Correct the name, or delete the field. A national copy declares its own fields under extensions.',
    },
    messages: { unknown: 'There is no field “{field}” here.' },
  },
  {
    id: 'wrong-type',
    severity: 'error',
    doc: {
      title: 'Values have the type of their field',
      why: 'A list where a text belongs cannot be shown or compared.',
      mend: 'Write the value in the form that is expected.',
    },
    messages: { type: 'The field “{field}” takes {expected}.' },
  },
  {
    id: 'wrong-value',
    severity: 'error',
    doc: {
      title: 'Values are ones that their field takes',
      why: 'Values outside the list or the notation cannot be searched or translated.',
      mend: 'Write a value of the kind that is expected; the data model tells what each field takes.',
    },
    messages: {
      value: 'The field “{field}” does not take this value.',
      key: '“{key}” is not a name that can stand here.',
    },
  },
  {
    id: 'text-length',
    severity: 'error',
    doc: {
      title: 'Texts and lists stay within their length',
      why: 'Cards, tables and comparisons have room for so much; a summary is read by people in a hurry.',
      mend: 'Shorten it. The description has room for more.',
    },
    messages: { long: 'The field “{field}” is too long.', short: 'The field “{field}” is too short.' },
    hints: { short: 'Write something there, or leave the field out.' },
  },
  {
    id: 'unsafe-url',
    severity: 'error',
    doc: {
      title: 'Addresses are https addresses of public hosts',
      why: 'Other addresses can run code, carry a password, or lead into a private network.',
      mend: 'Give the https:// address that the public uses.',
    },
    messages: {
      characters: 'This address has spaces or characters that no address has.',
      syntax: 'This is not an address.',
      scheme: 'This is not an https:// address.',
      credentials: 'This address has a user name or password in it.',
      host: 'This address does not lead to a named public host.',
    },
    hints: {
      characters: 'Copy the address from the browser, which writes spaces and other letters as %20 and the like.',
      credentials:
        'Take the name and the password out of the address, and change the password: others may have read it.',
      host: 'Give the address at which everybody reaches the page, with a name rather than a number as its host.',
    },
  },
] as const satisfies readonly RuleDefinition[];

export type ShapeRuleId = (typeof SHAPE_RULES)[number]['id'];
