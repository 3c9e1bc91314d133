import type { Kind } from '../../schema/kinds.ts';
import { readSource, withYaml } from '../change/source.ts';
import { formatRecord, YAML_STYLE } from '../format.ts';
import { CURRENT_VERSION, documentVersion, isOutdated, migrated } from './index.ts';

/** What became of a record: migrated from a version, current already, too new for this program, or not sound YAML. */
export type MigratedRecord =
  | { readonly outcome: 'migrated'; readonly from: number; readonly text: string }
  | { readonly outcome: 'current' | 'newer' | 'unsound' };

/** A record's text in the current version and in canonical form. */
export function migrateRecord(kind: Kind, text: string): MigratedRecord {
  const source = readSource(kind, text);
  if (source === undefined) return { outcome: 'unsound' };
  const from = documentVersion(source.document, kind);
  if (from !== undefined && from > CURRENT_VERSION) return { outcome: 'newer' };
  if (from === undefined || !isOutdated(from)) return { outcome: 'current' };
  const written = formatRecord(kind, withYaml(source, migrated(source.document, kind).toString(YAML_STYLE)));
  return written === undefined ? { outcome: 'unsound' } : { outcome: 'migrated', from, text: written };
}
