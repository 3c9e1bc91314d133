import { positionAt } from '../registry/positions.ts';
import { shown } from '../rules/rule.ts';
import { isCodeJson, readCodeJson } from './code-json.ts';
import { readCodemeta } from './codemeta.ts';
import {
  type ForeignOptions,
  type ForeignProblem,
  type ForeignResult,
  type ImportFormat,
  isMap,
  Unreadable,
} from './foreign.ts';
import { readForeignJson } from './foreign-json.ts';
import { readForeignYaml } from './foreign-yaml.ts';
import type { Imported } from './imported.ts';
import { isCodemeta } from './linked-data.ts';
import { isOwnRecord, readOwnRecord } from './own-record.ts';
import { readPubliccode } from './publiccode.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a file of a known format, found by what it says, as records of ours; the problem with its place where it is none. Never throws on any
 * text, and takes bounded time.
 */
export function readForeign(text: string, options: ForeignOptions): ForeignResult {
  // Marks and line ends of other systems say nothing; lines and columns stay what they were.
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  try {
    if (plain.trim() === '') throw new Unreadable('empty', 0);
    const value = parsedValue(plain, options.fileName ?? '');
    const found = FORMATS.find(({ fits }) => fits(value, options.fileName ?? ''));
    if (found === undefined) throw new Unreadable('format', 0);
    return { format: found.format, records: found.read(value, options, plain) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: problemAt(plain, error) };
  }
}

/** JSON begins with a bracket; YAML may, too, and then its name says so. */
function parsedValue(text: string, fileName: string): unknown {
  const mayBeJson = /^\s*[[{]/.test(text) && !/\.ya?ml$/i.test(fileName);
  return mayBeJson ? readForeignJson(text) : readForeignYaml(text);
}

interface Format {
  readonly format: ImportFormat;
  readonly fits: (value: unknown, fileName: string) => boolean;
  readonly read: (value: unknown, options: ForeignOptions, text: string) => Imported[];
}

/** The first that fits is the one; the surest signs come first. */
const FORMATS: readonly Format[] = [
  { format: 'record', fits: isOwnRecord, read: (_, options, text) => [readOwnRecord(text, options)] },
  {
    format: 'publiccode',
    fits: (value, fileName) => isMap(value) && isPubliccode(value, fileName),
    read: (value, options) => [readPubliccode(value as Fields, options)],
  },
  { format: 'code-json', fits: isCodeJson, read: readCodeJson },
  { format: 'codemeta', fits: isCodemeta, read: (value, options) => readCodemeta(value as Fields, options) },
];

/** Files of before the version was asked for, and those whose makers forgot it, are known by their descriptions. */
function isPubliccode(value: Fields, fileName: string): boolean {
  if ('publiccodeYmlVersion' in value) return true;
  const { description } = value;
  if ('schemaVersion' in value || !isMap(description)) return false;
  const texts = [description, ...Object.values(description).filter(isMap)];
  return (
    /publiccode\.ya?ml$/i.test(fileName) ||
    texts.some((text) => 'shortDescription' in text || 'longDescription' in text)
  );
}

function problemAt(text: string, { code, offset }: Unreadable): ForeignProblem {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const hasPlace = !['empty', 'format', 'large'].includes(code);
  const found = hasPlace ? shown(text.slice(start, end === -1 ? undefined : end).trim()) : '';
  return { code, ...positionAt(text, offset), found };
}
