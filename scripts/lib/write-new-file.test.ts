import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UsageError } from './exit-code.ts';
import { writeNewFile } from './write-new-file.ts';

it('says so where the folder of the file is not there', () => {
  const path = join(tmpdir(), 'no-such-folder', 'x.csv');
  expect(() => writeNewFile(path, 'x', { force: false })).toThrow(UsageError);
});
