import { isScalar, stringify } from 'yaml';
import { KINDS, type Kind } from '../../schema/kinds.ts';
import type { Project } from '../../schema/project.ts';
import type { Tombstone } from '../../schema/tombstone.ts';
import { formatRecord, YAML_STYLE } from '../format.ts';
import { readSource, withYaml } from './source.ts';

/**
 * A project that has ended, in canonical form: obsolete, with when and why; comments stay. `undefined` where the text is not sound.
 */
export function endedText(text: string, ended: NonNullable<Project['ended']>): string | undefined {
  const source = readSource('project', text);
  if (source === undefined) return undefined;
  const { document } = source;
  const status = document.get('status', true);
  // The node that stands there keeps its comment.
  if (isScalar(status)) status.value = 'obsolete';
  else document.set('status', 'obsolete');
  document.set('ended', document.createNode(ended));
  return formatRecord('project', withYaml(source, document.toString(YAML_STYLE)));
}

/** The tombstone of a record, in canonical form: nothing of the record stays, and no comment, for both may name people. */
export function tombstoneText(kind: Kind, tombstone: Tombstone): string {
  const yaml = stringify(tombstone, YAML_STYLE);
  const written = formatRecord(kind, KINDS[kind].ending === 'mdx' ? `---\n${yaml}---\n` : yaml);
  if (written === undefined) throw new Error('A tombstone that we wrote cannot be read.');
  return written;
}
