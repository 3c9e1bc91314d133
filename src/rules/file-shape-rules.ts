import type { RuleDefinition } from './rule.ts';

/** Where a file stands and what its bytes are, and the files that are not YAML. */
export const FILE_RULES = [
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
    id: 'federation-lock',
    severity: 'error',
    doc: {
      title: 'The lock of a source is as synchronization writes it',
      why: 'It says what was taken from another copy; without it nobody could tell what was edited here, and nothing more is taken.',
      mend: 'Take the file from an earlier commit. Only npm run registry -- sync writes it.',
    },
    messages: {
      json: 'This is not the JSON of a lock.',
      field: 'The field {field} is missing or not as synchronization writes it.',
    },
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
] as const satisfies readonly RuleDefinition[];
