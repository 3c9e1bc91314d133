import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Kind } from '../../schema/kinds.ts';
import { roleOf } from '../files.ts';
import { formatRecord } from '../format.ts';
import { compareRecords } from './compare-records.ts';
import { editRecord } from './edit-record.ts';

/** Each record has one of these edits made; all of them in a long run: FUZZ_RUNS=1 npx vitest run src/registry/change */
const EVERY_EDIT = process.env['FUZZ_RUNS'] !== undefined;

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

interface Edit {
  /** Whose lines change: before, and after. */
  readonly path: Path;
  readonly data: Data;
}

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown) => isMap(value) && Object.values(value).every((each) => typeof each === 'string');
const isMaps = (value: unknown) => Array.isArray(value) && isMap(value[0]);
const isList = (value: unknown) => Array.isArray(value) && value.length > 1 && !isMap(value[0]);

/** The `n`th of the fields that fit, counted around. */
function fieldOf(data: Data, n: number, fits: (value: unknown, key: string) => boolean): string | undefined {
  const keys = Object.keys(data).filter((key) => fits(data[key], key));
  return keys[n % keys.length];
}

const NEW = 'Something new: with # signs';

/** What a person may change; `undefined` where a record has nothing of the sort. */
const EDITS: Readonly<Record<string, (data: Data, n: number) => Edit | undefined>> = {
  text(data, n) {
    const key = fieldOf(data, n, (value) => typeof value === 'string');
    return key === undefined ? undefined : { path: [key], data: { ...data, [key]: NEW } };
  },
  language(data, n) {
    const key = fieldOf(data, n, isTexts);
    if (key === undefined) return undefined;
    const texts = data[key] as Data;
    const lang = fieldOf(texts, n, () => true) ?? '';
    return { path: [key, lang], data: { ...data, [key]: { ...texts, [lang]: 'One\n\nTwo: # three\n' } } };
  },
  newLanguage(data, n) {
    const key = fieldOf(data, n, isTexts);
    return key === undefined
      ? undefined
      : { path: [key, 'eo'], data: { ...data, [key]: { ...(data[key] as Data), eo: NEW } } };
  },
  newItem(data, n) {
    const key = fieldOf(data, n, isList);
    if (key === undefined) return undefined;
    const items = data[key] as unknown[];
    const at = n % (items.length + 1);
    return { path: [key, at], data: { ...data, [key]: items.toSpliced(at, 0, NEW) } };
  },
  lessItem(data, n) {
    const key = fieldOf(data, n, isList);
    if (key === undefined) return undefined;
    const items = data[key] as unknown[];
    return { path: [key, n % items.length], data: { ...data, [key]: items.toSpliced(n % items.length, 1) } };
  },
  inner(data, n) {
    const key = fieldOf(data, n, (value) => isMaps(value) || (isMap(value) && !isTexts(value)));
    if (key === undefined) return undefined;
    const [item, at] = isMap(data[key]) ? [data[key], []] : [(data[key] as Data[])[0] ?? {}, [0]];
    const field = fieldOf(item, n, (value) => typeof value === 'string') ?? 'new';
    const changed = { ...item, [field]: NEW };
    const value = isMap(data[key]) ? changed : (data[key] as Data[]).with(0, changed);
    return { path: [key, ...at, field], data: { ...data, [key]: value } };
  },
  newField(data) {
    return Object.hasOwn(data, 'sameAs')
      ? undefined
      : { path: ['sameAs'], data: { ...data, sameAs: ['https://example.org/'] } };
  },
  lessField(data, n) {
    const key = fieldOf(data, n, (_, key) => key !== 'schemaVersion') ?? '';
    const { [key]: _, ...rest } = data;
    return { path: [key], data: rest };
  },
};

/** The lines of a field of a record in canonical form, from and to; found without the parser. */
function linesOf(lines: readonly string[], path: Path): readonly [number, number] | undefined {
  let [from, to, indent] = [0, lines.length, 0];
  for (const [depth, step] of path.entries()) {
    const own = (line: string) => line.startsWith(' '.repeat(indent)) && line[indent] !== ' ' && line.length > indent;
    const starts = lines.flatMap((line, index) => (index >= from && index < to && own(line) ? [index] : []));
    // The first field of an item stands behind its dash.
    const at =
      typeof step === 'number' ? step : starts.findIndex((index) => lines[index]?.slice(indent).startsWith(`${step}:`));
    const start =
      starts[at] ?? (typeof path[depth - 1] === 'number' && lines[from]?.includes(`- ${step}:`) ? from : undefined);
    if (start === undefined) return undefined;
    to = starts.find((index) => index > start) ?? to;
    from = start;
    indent += 2;
  }
  return [from, to];
}

function changedLines(before: readonly string[], after: readonly string[]) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    [start, before.length - end],
    [start, after.length - end],
  ] as const;
}

function expectOnly(changed: readonly [number, number], allowed: readonly [number, number] | undefined): void {
  if (changed[0] === changed[1]) return;
  expect(allowed).toBeDefined();
  expect(changed[0]).toBeGreaterThanOrEqual(allowed?.[0] ?? 0);
  expect(changed[1]).toBeLessThanOrEqual(allowed?.[1] ?? 0);
}

const root = fileURLToPath(new URL('../../../registry/', import.meta.url));
const records = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .toSorted()
  .flatMap((file) => {
    const role = roleOf(file.replaceAll('\\', '/'));
    return role.type === 'record' && file.endsWith('.yaml') ? [{ file, kind: role.kind }] : [];
  })
  .map(({ file, kind }) => ({ file, kind, text: readFileSync(`${root}${file}`, 'utf8') }));

function expectEdited(kind: Kind, text: string, data: Data, { path, data: after }: Edit): void {
  const edited = editRecord(kind, text, after) ?? '';
  expect(parse(edited)).toEqual(after);
  expect(formatRecord(kind, edited)).toBe(edited);
  expect(new Set(compareRecords(kind, data, after).map((change) => change.path[0]))).toEqual(new Set([path[0]]));
  const [old, now] = [text.split('\n'), edited.split('\n')];
  const [removed, added] = changedLines(old, now);
  expect(removed[1] - removed[0] + added[1] - added[0]).toBeGreaterThan(0);
  expectOnly(removed, linesOf(old, path));
  expectOnly(added, linesOf(now, path));
}

test('every record of the registry, opened and not changed, is the same; one edit changes the lines of one field', () => {
  const made = new Set<string>();
  for (const [index, { file, kind, text }] of records.entries()) {
    const data = parse(text) as Data;
    expect(editRecord(kind, text, data), file).toBe(text);
    expect(compareRecords(kind, data, structuredClone(data)), file).toEqual([]);
    const names = Object.keys(EDITS).filter((_, i) => EVERY_EDIT || i === index % Object.keys(EDITS).length);
    for (const name of names) {
      const edit = EDITS[name]?.(data, Math.floor(index / 8));
      if (edit === undefined) continue;
      made.add(name);
      try {
        expectEdited(kind, text, data, edit);
      } catch (cause) {
        throw new Error(`${file}: ${name} at ${edit.path.join('.')}`, { cause });
      }
    }
  }
  expect([...made].toSorted()).toEqual(Object.keys(EDITS).toSorted());
});
