import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkShape } from '../registry/check-shape.ts';
import { fc, runs } from '../registry/fixtures/fast-check.ts';
import { KINDS } from '../schema/kinds.ts';
import { OPTIONS } from './fixtures/registry.ts';
import type { ForeignResult } from './foreign.ts';
import { readForeignJson } from './foreign-json.ts';
import { readForeignYaml } from './foreign-yaml.ts';
import type { Imported } from './imported.ts';
import { readForeign } from './read-foreign.ts';

const CORPORA = '../shared/corpora';
const FIXTURES = ['publiccode.yml', 'codemeta.json', 'code.json'].map((name) => `src/exchange/fixtures/${name}`);

type Leaf = readonly [path: string, value: unknown];

/** What a file says, value by value. */
function leavesOf(value: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  return value === null || value === undefined || String(value).trim() === '' ? [] : [[path.join('.'), value]];
}

function parsed(file: string, text: string): unknown {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return file.endsWith('.json') ? readForeignJson(plain) : readForeignYaml(plain);
}

/** Places whose values are written otherwise here, or say how the file is to be read. */
const SAID_OTHERWISE =
  /(?:^|\.)(?:publiccodeYmlVersion|softwareType|developmentStatus|status|type|license|licenses\.0\.(?:name|URL)|categories\.\d+|applicationCategory|scope\.\d+|countries\.0|codeRepository|datePublished|repoOwner|mainCopyrightOwner|organization|agency|organisation\..*|isBasedOn|dependsOn\..*\.name|softwareRequirements\.\d+|author\.\d+\..*|partners\.\d+\.name|codeName|codeURL|availableLanguages\.\d+|platforms\.\d+|operatingSystem|version|method|@context\..*|@type|usageType|repositoryURL|identifier|url|keywords|name)$/;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Leaves that are neither in the record nor listed. */
function lost(leaves: readonly Leaf[], records: readonly Imported[]): string[] {
  const listed = records.flatMap(({ notCarried }) => notCarried.map(({ path }) => path));
  const carried = records.flatMap(({ data }) => leavesOf(data).map(([, value]) => letters(String(value)))).join('|');
  return leaves
    .filter(([path]) => !listed.some((each) => each === path || path.startsWith(`${each}.`)))
    .filter(([path, value]) => !SAID_OTHERWISE.test(path) && !carried.includes(letters(String(value))))
    .map(([path]) => path);
}

function recordsOf(result: ForeignResult): readonly Imported[] {
  if (result.problem !== undefined) throw new Error(JSON.stringify(result.problem));
  return result.records;
}

/** Faults of what was carried; that something is missing is for the person to say. */
function faultsOf({ kind, data }: Imported): string[] {
  const { findings } = checkShape('', { schemaVersion: 1, ...data }, KINDS[kind].schema);
  return findings
    .filter(({ rule, path = [] }) => rule !== 'missing-field' || path.length > 1)
    .map(({ rule, path }) => `${rule} ${path?.join('.')}`);
}

describe('everything that a file says is carried or listed', () => {
  test.each(FIXTURES)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const records = recordsOf(readForeign(text, OPTIONS));
    expect(lost(leavesOf(parsed(file, text)), records)).toEqual([]);
    expect(records.flatMap(faultsOf)).toEqual([]);
  });

  test.each(FIXTURES)('%s with anything else anywhere', (file) => {
    const whole = parsed(file, readFileSync(file, 'utf8'));
    const places = holdersOf(JSON.parse(JSON.stringify(whole)));
    const value = fc.jsonValue({ maxDepth: 3 }).filter((json) => leavesOf(json).length > 0);
    fc.assert(
      fc.property(fc.nat(places.length - 1), value, (place, odd) => {
        const copy = JSON.parse(JSON.stringify(whole));
        const path = places[place] ?? [];
        const holder = path.reduce((inner, step) => inner[step], copy);
        holder['oddKey'] = odd;
        const listed = recordsOf(readForeign(JSON.stringify(copy), OPTIONS)).flatMap(({ notCarried }) => notCarried);
        const at = [...path, 'oddKey'].join('.');
        expect(
          listed.some((each) => at === each.path || at.startsWith(`${each.path}.`) || each.path.startsWith(at)),
        ).toBe(true);
      }),
      runs(25),
    );
  });
});

/** Paths of all maps that may get a key more. */
function holdersOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, item]) => holdersOf(item, [...path, key]));
  return Array.isArray(value) ? below : [[...path], ...below];
}

describe.skipIf(!existsSync(CORPORA))('real files', () => {
  const files = globSync(`${CORPORA}/publiccode*/*.yml`).toSorted();

  test.each(['publiccode', 'publiccode-standard-examples'])('of %s are read, or refused with a place', (folder) => {
    const counts = { read: 0, refused: [] as string[], carried: 0, told: 0 };
    for (const file of files.filter((path) => path.includes(`/${folder}/`))) {
      const text = readFileSync(file, 'utf8');
      const result = readForeign(text, { ...OPTIONS, fileName: 'publiccode.yml' });
      if (result.problem !== undefined) {
        expect(result.problem.line).toBeGreaterThan(1);
        counts.refused.push(`${basename(file)}:${result.problem.line} ${result.problem.code}`);
        continue;
      }
      expect({ file, lost: lost(leavesOf(parsed(file, text)), result.records) }).toEqual({ file, lost: [] });
      expect({ file, faults: result.records.flatMap(faultsOf) }).toEqual({ file, faults: [] });
      counts.read++;
      for (const { data, notCarried } of result.records) {
        counts.carried += Object.keys(data).length;
        counts.told += notCarried.length;
      }
    }
    const total = counts.read + counts.refused.length;
    expect(total).toBeGreaterThanOrEqual(folder === 'publiccode' ? 48 : 6);
    expect(counts.refused.length).toBeLessThanOrEqual(3);
    console.info(
      `${folder}: ${total} files: ${counts.read} read, ${counts.refused.length} refused with a position (${counts.refused.join('; ')}); ${counts.carried} fields carried, ${counts.told} things told`,
    );
  });
});

test.skipIf(existsSync(CORPORA))('the real files are not beside the project: they were not read', () => {});
