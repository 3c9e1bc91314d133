import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../lib/registry-folder.ts';

/** The fields of a record, each with the lines that belong to it, longest ones left out. */
export function fieldsOf(text: string, longest: number): string[] {
  return text.split(/^(?=\S)/m).filter((field) => field.length <= longest && !field.startsWith('#'));
}

/** Different texts of files of this repository, at most `most`, taken evenly. */
export function textsOf(pattern: string, most: number): string[] {
  const files = globSync(pattern, { cwd: PROJECT }).toSorted();
  const step = Math.max(1, files.length / most);
  const chosen = Array.from(
    { length: Math.min(most, files.length) },
    (_, index) => files[Math.floor(index * step)] ?? '',
  );
  return [...new Set(chosen.map((file) => readFileSync(join(PROJECT, file), 'utf8')))];
}
