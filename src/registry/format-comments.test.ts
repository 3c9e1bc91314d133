import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fc, runs } from './fixtures/fast-check.ts';
import { RULE_FIXTURES } from './fixtures/temporary-registry-fs.ts';
import { formatRecord } from './format.ts';
import { parseRecordFile } from './parse.ts';

/** A record with comments and every way of writing a value. */
const RICH = `${readFileSync(join(RULE_FIXTURES, 'file-type/pass/projects/int/letter-post.yaml'), 'utf8')}# about the licence
license: MIT # as the repository says
description:
  en: |
    It sends *letters*.

    - by post
audience: {levels: [local, national], countries: [CA, FR]}
maintenance:
  type: internal
  contacts:
    - name: "Post team"
      email: 'post@example.org'
`;

const encoder = new TextEncoder();
const dataOf = (text: string) => parseRecordFile('f', 'project', encoder.encode(text)).data;

test('formatting keeps every comment', () => {
  const lines = RICH.split('\n');
  const places = fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(places, fc.boolean(), (above, trailing) => {
      const marked = lines.flatMap((line, index) => {
        if (!above.includes(index)) return [line];
        const indent = /^ */.exec(line)?.[0] ?? '';
        return trailing && line.trim() !== '' ? [`${line} # mark ${index};`] : [`${indent}# mark ${index};`, line];
      });
      const text = marked.join('\n');
      // Inside a block of text a comment is text.
      fc.pre(JSON.stringify(dataOf(text)) === JSON.stringify(dataOf(RICH)));
      const formatted = formatRecord('project', text) ?? '';
      for (const index of above) expect(formatted.split(`# mark ${index};`)).toHaveLength(2);
      expect(formatted).toContain('# about the licence');
      expect(formatted).toContain('# as the repository says');
    }),
    runs(500),
  );
});
