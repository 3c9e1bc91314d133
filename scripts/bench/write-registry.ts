import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { loadRegistry } from '../../src/registry/load-fs.ts';
import { schemaComment } from '../../src/registry/schema-comment.ts';
import { recordFile } from '../../src/schema/registry.ts';
import { generate, type Made, type Terms } from './generate.ts';

/** What was written. */
export interface Written {
  readonly records: number;
  readonly files: number;
  readonly bytes: number;
  readonly lines: number;
}

/** The text of a record's file, in its canonical form. */
export function recordText({ kind, data }: Made): string {
  return schemaComment(kind) + stringify(data, { lineWidth: 0 });
}

/** The terms that a registry's vocabularies have. */
export function termsOf(registryFolder: string): Terms {
  const { vocabularies } = loadRegistry(registryFolder).registry;
  const terms = (name: string) => Object.keys(vocabularies[name]?.terms ?? {}).toSorted();
  return { functions: terms('functions'), audiences: terms('audiences'), domains: terms('domains') };
}

/** Writes a made-up registry of `records` records into `folder`, with the configuration and vocabularies of the registry `like`. */
export function writeRegistry(folder: string, like: string, records: number, seed: number): Written {
  for (const part of ['registry.yaml', 'vocabularies'])
    cpSync(join(like, part), join(folder, part), { recursive: true });
  let [files, bytes, lines] = [0, 0, 0];
  for (const made of generate(records, seed, termsOf(like))) {
    const path = join(folder, recordFile(made.kind, made.id));
    const text = recordText(made);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    files += 1;
    bytes += Buffer.byteLength(text);
    lines += text.split('\n').length - 1;
  }
  return { records: files, files, bytes, lines };
}
