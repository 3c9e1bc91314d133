import assert from 'node:assert/strict';
import { assembleRegistry } from '../../../src/registry/assemble.ts';
import { roleOf } from '../../../src/registry/files.ts';
import { fixRecord } from '../../../src/registry/fix.ts';
import { formatRecord } from '../../../src/registry/format.ts';
import { type ParsedFile, parseRecordFile } from '../../../src/registry/parse.ts';
import { parseAcceptedFile } from '../../../src/registry/source-file.ts';
import { checkRegistry, isAtLeast } from '../../../src/rules/index.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../../src/schema/kinds.ts';
import type { FuzzEntry } from '../entry.ts';
import { assertPlaced } from './findings.ts';
import { FUZZ_DAY, fixtureRegistry } from './fixture-registry.ts';
import { PROSE_SIGNS, YAML_SIGNS } from './signs.ts';
import { fieldsOf, textsOf } from './texts-fs.ts';

const encoder = new TextEncoder();
const YAML_KINDS = KIND_NAMES.filter((kind) => KINDS[kind].ending === 'yaml');
/** Real records and the ones that rules are tested with; short ones, since a long text hides nothing that a short one cannot. */
const RECORDS = YAML_KINDS.flatMap((kind) =>
  textsOf(`{registry,src/e2e/fixtures/*,src/rules/fixtures/*/*}/${KINDS[kind].folder}/*/*.yaml`, 150).map(
    (text) => `#${kind}\n${text}`,
  ),
);
const STARTS = RECORDS.filter((text) => text.length < 700);
const PIECES = [
  ...new Set(RECORDS.flatMap((text) => fieldsOf(text, 150))),
  ...YAML_SIGNS.flatMap((sign) => Array(20).fill(sign)),
];

/** The kind that the first line names. */
function kindOf(text: string): Kind {
  const named = /^#(\w+)\n/.exec(text)?.[1];
  return YAML_KINDS.find((kind) => kind === named) ?? 'project';
}

function parsed(text: string): ParsedFile & { file: string } {
  const kind = kindOf(text);
  const file = `${KINDS[kind].folder}/int/post.yaml`;
  return { file, ...parseRecordFile(file, kind, encoder.encode(text)) };
}

const NOTES = textsOf('{registry,src/e2e/fixtures/*,src/rules/fixtures/*/*}/notes/*/*.mdx', 40).filter(
  (text) => text.length < 1000,
);

/** Throws unless a file is read or has findings, all of them placed. */
function assertRead(file: string, { data, sound, findings }: ParsedFile, text: string): void {
  assertPlaced(findings, file, text);
  // A warning, as that a record is of the version before, takes nothing away.
  const refused = findings.some(({ rule }) => isAtLeast(rule, 'error'));
  assert.equal(refused, data === undefined);
  if (data !== undefined) assert.equal(sound, undefined);
}

/** Records: read, judged by every rule, and written. */
export const RECORD_ENTRIES: readonly FuzzEntry[] = [
  {
    name: 'record',
    about: 'parseRecordFile, parseAcceptedFile and locateFindings: a record',
    starts: STARTS,
    pieces: PIECES,
    longest: 320,
    check(given) {
      const text = given.toWellFormed();
      const { file, ...read } = parsed(text);
      assertRead(file, read, text);
      assert.deepEqual(parseAcceptedFile(file, encoder.encode(text)).parsed, read);
    },
  },
  {
    name: 'note',
    about: 'parseRecordFile, locateFindings and formatRecord: a note in MDX with its front matter',
    starts: NOTES,
    pieces: [...YAML_SIGNS, ...PROSE_SIGNS, '\n---\n', '---\n'],
    longest: 320,
    check(given) {
      const text = given.toWellFormed();
      const file = 'notes/int/2026-03-02-lesson.mdx';
      assertRead(file, parseRecordFile(file, 'note', encoder.encode(text)), text);
      const formatted = formatRecord('note', text);
      if (formatted !== undefined) assert.equal(formatRecord('note', formatted), formatted);
    },
  },
  {
    name: 'rules',
    about: 'checkRegistry: every rule on a registry of one record',
    starts: STARTS,
    pieces: PIECES.filter((piece) => piece.length > 8),
    longest: 200,
    check(given) {
      const text = given.toWellFormed();
      const { file, ...file_ } = parsed(text);
      const { registry } = assembleRegistry([{ file, role: roleOf(file), parsed: file_ }]);
      const { config, federation, vocabularies } = fixtureRegistry();
      const findings = checkRegistry({ ...registry, config, federation, vocabularies }, { today: FUZZ_DAY });
      assertPlaced(
        findings.filter((finding) => finding.file === file),
        file,
        text,
      );
    },
  },
  {
    name: 'fix',
    about: 'fixRecord: what leaves no choice, mended',
    starts: STARTS,
    pieces: PIECES,
    longest: 200,
    check(given) {
      const text = given.toWellFormed();
      const { findings } = parsed(text);
      const fixed = fixRecord(kindOf(text), text, findings);
      if (fixed === undefined) return;
      for (const finding of fixed.made) assert(findings.includes(finding));
      assert.equal(formatRecord(kindOf(text), fixed.text), fixed.text, 'not canonical');
    },
  },
  {
    name: 'format',
    about: 'formatRecord: a record in its canonical form',
    starts: STARTS,
    pieces: PIECES,
    longest: 200,
    check(given) {
      const text = given.toWellFormed();
      const kind = kindOf(text);
      const formatted = formatRecord(kind, text);
      const before = parsed(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
      if (formatted === undefined) return assert.equal(before.data, undefined, 'sound, and not formatted');
      assert.equal(formatRecord(kind, formatted), formatted, 'not idempotent');
      // Of what could not be read at all, as brackets without end in the first line, there is nothing to compare.
      if (before.data === undefined && before.sound === undefined) return;
      const after = parseRecordFile(before.file, kind, encoder.encode(formatted));
      assert.deepEqual(after.data ?? after.sound, before.data ?? before.sound, 'says something else');
    },
  },
];
