import type { FieldChange } from '../registry/change/field-change.ts';

type Data = Readonly<Record<string, unknown>>;

/** The fields at the top in which two versions of a record differ. */
export function compareFields(_kind: string, before: Data, after: Data): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      { path: [name], ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ];
  });
}
