import type { RuleDefinition } from './rule.ts';

/** The fields of the data model: the version of a file, which fields it has, and what stands in them. */
export const FIELD_RULES = [
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
