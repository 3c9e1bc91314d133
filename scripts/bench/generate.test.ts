import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatRecord } from '../../src/registry/format.ts';
import { issuesOf, type LoadedRegistry, loadRegistry } from '../../src/registry/load-fs.ts';
import { recordsOf } from '../../src/schema/registry.ts';
import { PROJECT } from '../lib/registry-folder.ts';
import { generate } from './generate.ts';
import { recordText, termsOf, type Written, writeRegistry } from './write-registry.ts';

const LIKE = join(PROJECT, 'registry');
const COUNT = 800;
const terms = termsOf(LIKE);

let folder: string;
let written: Written;
let loaded: LoadedRegistry;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-'));
  written = writeRegistry(folder, LIKE, COUNT, 1);
  loaded = loadRegistry(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Uses and checks are of every age, as in any registry; a day other than the records’ own changes nothing but that. */
const AGING = ['unverified', 'check-due'];
const faults = (registry: LoadedRegistry) =>
  issuesOf(registry).filter(({ severity, rule }) => severity !== 'info' && !AGING.includes(rule));

const textsOf = (count: number, seed: number) =>
  [...generate(count, seed, terms)].map((made) => `${made.kind} ${made.id}\n${recordText(made)}`).join('\n');

describe('the made-up registry', () => {
  test('is the same for the same seed, and another for another', () => {
    const first = textsOf(60, 7);
    expect(textsOf(60, 7)).toBe(first);
    expect(textsOf(60, 8)).not.toBe(first);
  });

  test('has every record asked for, without errors and warnings', () => {
    expect(loaded.registry.records).toHaveLength(COUNT);
    expect(faults(loaded)).toEqual([]);
  });

  test.each([10, 17])('is sound with %i records', (count) => {
    const small = mkdtempSync(join(tmpdir(), 'generate-'));
    writeRegistry(small, LIKE, count, 3);
    const few = loadRegistry(small);
    rmSync(small, { recursive: true });
    expect(few.registry.records).toHaveLength(count);
    expect(faults(few)).toEqual([]);
  });

  test('stands in its canonical form', () => {
    for (const { kind, file } of loaded.registry.records.slice(0, 100)) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(formatRecord(kind, text)).toBe(text);
    }
  });
});

describe('the spread of the made-up registry', () => {
  const projects = () => recordsOf(loaded.registry, 'project');

  test('records have about 2.2 KB and 50 lines', () => {
    expect(written.bytes / COUNT).toBeGreaterThan(1800);
    expect(written.bytes / COUNT).toBeLessThan(2600);
    expect(written.lines / COUNT).toBeGreaterThan(42);
    expect(written.lines / COUNT).toBeLessThan(60);
  });

  test('an eighth are organizations, and they lie in many countries', () => {
    expect(recordsOf(loaded.registry, 'organization')).toHaveLength(COUNT / 8);
    const zones = new Set(loaded.registry.records.map(({ zone }) => zone));
    expect(zones.size).toBeGreaterThan(40);
    expect(zones.size).toBeLessThan(62);
  });

  test('functions have a long tail', () => {
    const uses = new Map<string, number>();
    for (const { data } of projects()) for (const term of data.functions) uses.set(term, (uses.get(term) ?? 0) + 1);
    const counts = [...uses.values()].toSorted((a, b) => b - a);
    const half = counts.slice(0, Math.ceil(counts.length / 2)).reduce((sum, count) => sum + count, 0);
    expect(counts.length).toBeGreaterThan(30);
    expect(half / counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.7);
  });

  test('texts are in English, French and other languages, some in neither of the two', () => {
    const languages = projects().map(({ data }) => Object.keys(data.summary));
    const share = (wanted: (tags: string[]) => boolean) => languages.filter(wanted).length / languages.length;
    expect(share((tags) => tags.includes('en') && tags.includes('fr'))).toBeGreaterThan(0.3);
    expect(share((tags) => !tags.includes('en') && !tags.includes('fr'))).toBeGreaterThan(0.05);
    const texts = projects()
      .map(({ data }) => Object.values(data.summary).join(' '))
      .join(' ');
    for (const script of ['Arabic', 'Devanagari', 'Han', 'Cyrillic', 'Greek', 'Ethiopic'])
      expect(texts, script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });
});
