import { readKnown } from '../../../src/contribute/known/known.ts';
import { knownRecords } from '../../../src/contribute/known/publish.ts';
import { recordFinder } from '../../../src/contribute/known/references.ts';
import { type ForeignOptions, IMPORT_FORMATS, type ImportFormat } from '../../../src/exchange/foreign.ts';
import { formatName, problemWords, reasonWords } from '../../../src/exchange/import-words.ts';
import { type Imported, NOT_CARRIED_REASONS, type NotCarried } from '../../../src/exchange/imported.ts';
import { readForeign } from '../../../src/exchange/read-foreign.ts';
import en from '../../../src/i18n/en.json' with { type: 'json' };
import { createTranslator } from '../../../src/i18n/t.ts';
import { dayOfClock } from '../../../src/registry/load-fs.ts';
import type { Registry } from '../../../src/schema/registry.ts';
import { excerpt, visible } from '../excerpt.ts';
import type { Source } from './sources.ts';

export const FORMAT_CHOICES = ['auto', ...IMPORT_FORMATS] as const;
export type FormatChoice = (typeof FORMAT_CHOICES)[number];

/** What files of a format are called: a hint where the format was named and the file has another name. */
const USUAL_NAMES: Readonly<Record<ImportFormat, string | undefined>> = {
  publiccode: 'publiccode.yml',
  codemeta: 'codemeta.json',
  'code-json': 'code.json',
  record: undefined,
};

/** One thing that a source tells of. */
export interface Thing {
  readonly source: Source;
  /** From 1, where the source tells of several; undefined where of one. */
  readonly number: number | undefined;
  readonly format: ImportFormat;
  readonly imported: Imported;
}

/** A source that could not be read, in words. */
export interface Unread {
  readonly source: Source;
  /** One line. */
  readonly reason: string;
  /** The line of the text, with a caret. */
  readonly excerpt: readonly string[];
  readonly line?: number;
  readonly col?: number;
}

export interface ReadSources {
  readonly things: readonly Thing[];
  readonly unread: readonly Unread[];
}

const t = createTranslator('en', en);

/** Reads texts as records of a registry. */
export function readThings(sources: readonly Source[], choice: FormatChoice, registry: Registry): ReadSources {
  const things: Thing[] = [];
  const unread: Unread[] = [];
  const findRecord = recordFinder(readKnown(knownRecords(registry)));
  for (const source of sources) {
    const read = readSource(source, choice, registry, findRecord);
    if ('reason' in read) unread.push(read);
    else things.push(...read);
  }
  return { things, unread };
}

function readSource(
  source: Source,
  choice: FormatChoice,
  { vocabularies }: Registry,
  findRecord: ForeignOptions['findRecord'],
): Unread | Thing[] {
  const { text, url } = source;
  if (text === undefined) return { source, reason: source.refusal ?? 'There is no text.', excerpt: [] };
  const fileName = (choice === 'auto' ? undefined : USUAL_NAMES[choice]) ?? source.fileName;
  const result = readForeign(text, {
    ...(fileName === undefined ? {} : { fileName }),
    ...(url === undefined ? {} : { url }),
    today: dayOfClock(),
    findRecord,
    vocabularies,
  });
  if (result.problem !== undefined) {
    const { line, col } = result.problem;
    const { message, remedy } = problemWords(t, result.problem);
    return { source, reason: `${message} ${remedy}`, excerpt: excerpt(text, line, col), line, col };
  }
  const { format, records } = result;
  if (choice !== 'auto' && format !== choice)
    return { source, reason: `This is ${formatName(t, format)}, not ${formatName(t, choice)}.`, excerpt: [] };
  return records.map((imported, index) => ({
    source,
    number: records.length > 1 ? index + 1 : undefined,
    format,
    imported,
  }));
}

/** What is not carried over, by reason, for people. */
export function notCarriedText(notCarried: readonly NotCarried[]): string {
  const groups = NOT_CARRIED_REASONS.flatMap((reason) => {
    const lines = notCarried.filter((each) => each.reason === reason);
    if (lines.length === 0) return [];
    return [`  ${reasonWords(t, reason)}`, ...lines.map(({ path, value }) => `    ${visible(`${path}: ${value}`)}`)];
  });
  return groups.length === 0 ? 'Everything is carried over.' : ['Not carried over:', ...groups].join('\n');
}

/** Where a thing was read, for people. */
export function thingName({ source, number }: Thing): string {
  return visible(number === undefined ? source.name : `${source.name}, entry ${number}`);
}
