import type { RuleDefinition } from './rule.ts';

/** The YAML that a file may hold: what all readers read alike, and cheaply. */
export const YAML_RULES = [
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
] as const satisfies readonly RuleDefinition[];
