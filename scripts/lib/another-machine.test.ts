import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MACHINE = new URL('another-machine.ts', import.meta.url).href;

/** What a program sees of its machine: the clock three ways, a given moment, and the files of a folder three ways. */
const PROGRAM = `
import fs, { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
fs.readdir('src/i18n', async (error, names) => console.log(JSON.stringify({
  years: [Date.now(), new Date().getTime(), Date.parse(Date())].map((now) => new Date(now).getUTCFullYear()),
  given: new Date('2020-02-29').toISOString(),
  isDate: new Date() instanceof Date,
  lists: [readdirSync('src/i18n'), await readdir('src/i18n'), names],
})));`;

function seen(...args: string[]) {
  const { stdout } = spawnSync(process.execPath, [...args, '--input-type=module', '--eval', PROGRAM], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

test('another machine has another clock and another order of files, and nothing else', () => {
  const here = seen();
  const there = seen(`--import=${MACHINE}`);
  const [year] = here.years;
  expect(there.years).toEqual([year + 6, year + 6, year + 6]);
  expect(there.given).toBe('2020-02-29T00:00:00.000Z');
  expect(there.isDate).toBe(true);
  expect(there.lists).toEqual(here.lists.map((names: string[]) => names.toReversed()));
});
