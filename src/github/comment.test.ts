import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { markerOf, readMarker } from './comment/marker.ts';
import { commentOf, failureComment } from './comment.ts';
import { sampleContext } from './fixtures/context.ts';
import { HEAD, SAMPLES } from './fixtures/reports.ts';

const FOLDER = fileURLToPath(new URL('fixtures/comments/', import.meta.url));
const LANGUAGES = ['en', 'fr'] as const;
const cases = Object.keys(SAMPLES).flatMap((name) => LANGUAGES.map((lang) => ({ name, lang })));

/** Written anew by: npx vitest run --project unit src/github/comment.test.ts -u. Read every difference before you commit it. */
describe('whole comments', () => {
  test.each(cases)('$name.$lang.md', async ({ name, lang }) => {
    const { report, context } = SAMPLES[name] ?? {};
    if (report === undefined) throw new Error(name);
    await expect(commentOf(report, sampleContext(lang, context))).toMatchFileSnapshot(
      join(FOLDER, `${name}.${lang}.md`),
    );
  });
  test.each(LANGUAGES)('failure.%s.md', async (lang) => {
    const comment = failureComment({ ...sampleContext(lang), head: HEAD });
    await expect(comment).toMatchFileSnapshot(join(FOLDER, `failure.${lang}.md`));
  });
  test('are all there is', () => {
    const names = [...cases, ...LANGUAGES.map((lang) => ({ name: 'failure', lang }))].map(
      ({ name, lang }) => `${name}.${lang}.md`,
    );
    expect(readdirSync(FOLDER).sort()).toEqual(names.sort());
  });
});

describe('the marker', () => {
  test('tells the head of the comment', () => {
    expect(readMarker(failureComment({ ...sampleContext('en'), head: HEAD }))).toEqual({ head: HEAD });
    expect(readMarker(`${markerOf(HEAD)}\r\ntext`)).toEqual({ head: HEAD });
  });
  test.each([
    `text\n${markerOf(HEAD)}`,
    `> ${markerOf(HEAD)}`,
    markerOf(HEAD).replace('c0ffee', 'COFFEE'),
    '<!-- public-square:pull-request-check head=1 -->',
    '',
  ])('is not taken from %j', (body) => {
    expect(readMarker(body)).toBeUndefined();
  });
  test('holds nothing but a full hash', () => {
    expect(() => markerOf('main -->')).toThrow('full hash');
  });
});
