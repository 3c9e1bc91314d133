import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveSite } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a page that there is answers 200, one that there is not 404 with the page that says so', async () => {
  writeFileSync(join(folder, 'index.html'), '<p>Home');
  writeFileSync(join(folder, '404.html'), '<p>Nothing here');
  const site = await serveSite(folder, '/base/', 0);
  const answers = await Promise.all(
    ['', 'nothing/', '../'].map(async (path) => {
      const response = await fetch(`${site.url}${path}`, { redirect: 'manual' });
      return [response.status, await response.text(), response.headers.get('location')];
    }),
  );
  await site.close();
  expect(answers).toEqual([
    [200, '<p>Home', null],
    [404, '<p>Nothing here', null],
    [302, '', '/base/'],
  ]);
});

test('tables and lines of JSON are served with their types', async () => {
  writeFileSync(join(folder, 'projects.csv'), 'id\n');
  writeFileSync(join(folder, 'all.jsonl'), '{}\n');
  const site = await serveSite(folder, '/base/', 0);
  const types = await Promise.all(
    ['projects.csv', 'all.jsonl'].map(async (path) => (await fetch(`${site.url}${path}`)).headers.get('content-type')),
  );
  await site.close();
  expect(types).toEqual(['text/csv;charset=utf-8', 'application/jsonl;charset=utf-8']);
});
