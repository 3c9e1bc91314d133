import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { locateFindings } from '../../../src/registry/parse.ts';
import { parseStringsFile } from '../../../src/registry/parse-strings.ts';
import { RULES_BY_ID } from '../../../src/rules/index.ts';
import { tagProblem } from '../../../src/rules/language-tag.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

/** Interface texts from files `<language>.json` anywhere, by language. Throws a {@link UsageError} for what is no such file. */
export function readBrought(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [languageOf(file), textOf(file)]));
}

function languageOf(file: string): string {
  const [, language = ''] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/.exec(basename(file)) ?? [];
  if (language === '' || tagProblem(language) !== undefined)
    throw new UsageError(`--strings: ${visible(file)} is not called after a language, as ar.json.`);
  return language;
}

function textOf(file: string): string {
  const bytes = readIn(file);
  const { findings } = parseStringsFile(file, bytes);
  const text = new TextDecoder().decode(bytes);
  const [issue] = locateFindings(findings, RULES_BY_ID, () => text);
  if (issue === undefined) return text;
  throw new UsageError(`--strings: ${visible(`${file}:${issue.line}:${issue.col} ${issue.message}`)}`);
}

function readIn(file: string): Uint8Array {
  try {
    return readFileSync(resolve(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--strings: ${visible(file)} cannot be read (${visible(reason)}).`);
  }
}
