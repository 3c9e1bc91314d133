import { didYouMean } from '../../src/rules/nearest.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import { everyDraft, type Registry, recordKey } from '../../src/schema/registry.ts';
import { visible } from './excerpt.ts';
import { UsageError } from './exit-code.ts';
import { prompt } from './prompts.ts';

export interface FoundRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
}

/**
 * The one record that a name means: `ca/gc-notify`, or with its kind `project/ca/gc-notify`. Throws a {@link UsageError} where there is none,
 * where it cannot be read, or where several kinds have the id.
 */
export function findRecord(registry: Registry, name: string, kind?: string): FoundRecord {
  const [first = '', ...rest] = name.split('/');
  const stated = KIND_NAMES.find((each) => rest.length === 2 && (each === first || KINDS[each].folder === first));
  const id = stated === undefined ? name : rest.join('/');
  const wanted = stated ?? kind;
  const all = everyDraft(registry).filter((record) => wanted === undefined || record.kind === wanted);
  const [record, ...others] = all.filter((each) => each.id === id);
  if (record === undefined) {
    if (KIND_NAMES.some((each) => (wanted ?? each) === each && registry.known.has(recordKey(each, id))))
      throw new UsageError(`${visible(id)} cannot be read. Mend what validate says of it first.`);
    const { hint = 'The command list shows the ids.' } = didYouMean(
      id,
      all.map((each) => each.id),
    );
    throw new UsageError(`There is no record ${visible(name)}. ${hint}`);
  }
  if (others.length > 0) {
    const kinds = [record, ...others].map((each) => each.kind).join(', ');
    throw new UsageError(`${visible(id)} is the id of several records: ${kinds}. Say which one with --kind.`);
  }
  return { kind: record.kind, id, file: record.file };
}

/** Lets a person find a record by typing; answers what {@link findRecord} takes. */
export function askRecord(registry: Registry, kind?: Kind): Promise<string> {
  const records = everyDraft(registry).filter((record) => kind === undefined || record.kind === kind);
  if (records.length === 0) throw new UsageError(`There is no ${kind ?? 'record'} here.`);
  const choices = records.map((record) => ({
    value: `${record.kind}/${record.id}`,
    label: record.id,
    hint: record.kind,
  }));
  return prompt.oneOfMany('Which record?', choices);
}
