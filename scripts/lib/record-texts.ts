import { join } from 'node:path';
import { roleOf } from '../../src/registry/files.ts';
import { type LoadedRegistry, plainText } from '../../src/registry/load-fs.ts';
import { everyDraft } from '../../src/schema/registry.ts';
import { recordText } from './write-records.ts';

export interface RecordTexts {
  /** The text of every record by its file, exactly as it stands. */
  readonly texts: Map<string, string>;
  /** Files of records that are not UTF-8, with what can be read of them. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** The texts of all records, also of those with faults. */
export function recordTexts({ root, registry, findings }: LoadedRegistry): RecordTexts {
  const known = [...everyDraft(registry), ...registry.tombstones, ...findings].map(({ file }) => file);
  const texts = new Map<string, string>();
  const unreadable = new Map<string, string>();
  for (const file of new Set(known.toSorted())) {
    if (roleOf(file).type !== 'record') continue;
    const text = recordText(root, file);
    if (text === undefined) unreadable.set(file, plainText(join(root, file)) ?? '');
    else texts.set(file, text);
  }
  return { texts, unreadable };
}
