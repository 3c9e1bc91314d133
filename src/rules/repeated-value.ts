import { everyDraft } from '../schema/registry.ts';
import { type DataPath, type RegistryRule, shown } from './rule.ts';

export const repeatedValue: RegistryRule = {
  id: 'repeated-value',
  severity: 'warning',
  doc: {
    title: 'A list names each thing once',
    why: 'What stands twice is counted twice.',
    mend: 'Delete the second one.',
  },
  messages: { again: '“{value}” stands in the list already.' },
  each: true,
  check(registry, report) {
    for (const { file, data } of everyDraft(registry)) {
      for (const { path, value } of repeatsIn(data, []))
        report({ code: 'again', file, path, found: value, values: { value }, fix: { remove: true } });
    }
  },
};

/** Items of lists that are texts or numbers and stand there before. What a copy adds under `extensions` is its own affair. */
function* repeatsIn(value: unknown, path: DataPath): Generator<{ path: DataPath; value: string }> {
  if (typeof value !== 'object' || value === null || path[0] === 'extensions') return;
  const seen = new Set<unknown>();
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof item === 'object') yield* repeatsIn(item, [...path, key]);
    else if (Array.isArray(value) && seen.has(item)) yield { path: [...path, key], value: shown(item) };
    seen.add(item);
  }
}
