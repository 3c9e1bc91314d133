import { positionAt } from '../registry/positions.ts';
import { shown } from '../rules/rule.ts';
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
    const value = valueOf(plain, options.fileName ?? '');
    const found = FORMATS.find(({ fits }) => fits(value, options.fileName ?? ''));
    if (found === undefined) throw new Unreadable('format', 0);
    return { format: found.format, records: found.read(value as Fields, options, plain) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: problemAt(plain, error) };
  }
}

/** JSON begins with a bracket; YAML may, too, and then its name says so. */
function valueOf(text: string, fileName: string): unknown {
  const mayBeJson = /^\s*[[{]/.test(text) && !/\.ya?ml$/i.test(fileName);
  return mayBeJson ? readForeignJson(text) : readForeignYaml(text);
}

interface Format {
  readonly format: ImportFormat;
  readonly fits: (value: unknown, fileName: string) => boolean;
  readonly read: (value: Fields, options: ForeignOptions, text: string) => Imported[];
}

/** The first that fits is the one; the surest signs come first. */
const FORMATS: readonly Format[] = [
  {
    format: 'publiccode',
    fits: (value, fileName) => isMap(value) && isPubliccode(value, fileName),
    read: (value, options) => [readPubliccode(value, options)],
  },
];

function isPubliccode(value: Fields, fileName: string): boolean {
  if ('publiccodeYmlVersion' in value) return true;
  if ('schemaVersion' in value || '@context' in value) return false;
  const keys = ['softwareType', 'developmentStatus', 'localisation', 'legal', 'description', 'url', 'landingURL'];
  const found = keys.filter((key) => key in value).length;
  return found >= (/publiccode\.ya?ml$/i.test(fileName) ? 1 : 4) && !('permissions' in value);
}

function problemAt(text: string, { code, offset }: Unreadable): ForeignProblem {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const hasPlace = !['empty', 'format', 'large'].includes(code);
  const found = hasPlace ? shown(text.slice(start, end === -1 ? undefined : end).trim()) : '';
  return { code, ...positionAt(text, offset), found };
}
