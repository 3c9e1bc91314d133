import { isMap, isScalar } from 'yaml';
import { recordPathOf } from '../../schema/reviewers.ts';
import { readYaml } from '../yaml.ts';
import { idEdit, type RecordName, type Redirected } from './redirect-references.ts';
import { applyEdits } from './text-edit.ts';

/**
 * The text of `reviewers.yaml` where a record has another id: its maintainers stay its maintainers, and all else stays byte for byte. Where some are
 * named under the new id already, nothing is changed. `undefined` where the text speaks of the record and is not sound.
 */
export function renameMaintainers(text: string, { kind, id }: RecordName, to: string): Redirected | undefined {
  const [from, name] = [recordPathOf(kind, id), recordPathOf(kind, to)];
  const { document, findings } = readYaml('', text);
  const contents = document?.contents;
  if (findings.length > 0 || !isMap(contents)) return text.includes(from) ? undefined : { text, places: [] };
  const maintainers = contents.get('maintainers');
  const keys = isMap(maintainers) ? maintainers.items.flatMap(({ key }) => (isScalar(key) ? [key] : [])) : [];
  const key = keys.find(({ value }) => value === from);
  if (key === undefined || keys.some(({ value }) => value === name)) return { text, places: [] };
  const [start, end] = key.range ?? [0, 0];
  return { text: applyEdits(text, [idEdit(text, start, end, from, name)]), places: [`maintainers.${from}`] };
}
