import { canonical } from '../registry/canonical-json.ts';
import { fieldsOf } from '../schema/field-meta.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { contentFields, type VersionContent } from './content-digest.ts';

const languageMaps = new Map<Kind, ReadonlySet<string>>();

/** The fields at the top of a kind of record that hold one text a language. */
function languageMapsOf(kind: Kind): ReadonlySet<string> {
  const known = languageMaps.get(kind);
  if (known !== undefined) return known;
  const found = fieldsOf(KINDS[kind].schema).filter(({ path, meta }) => path.length === 1 && meta.languageMap === true);
  const names = new Set(found.map(({ path }) => path[0] ?? ''));
  languageMaps.set(kind, names);
  return names;
}

/** The fields in which two versions of a record differ, in order; `summary.fr` where a text in one language does. */
export function changedFields(kind: Kind, before: VersionContent, after: VersionContent): string[] {
  const [old, now] = [contentFields(before), contentFields(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return names.flatMap((name) => {
    const [from, to] = [old.get(name), now.get(name)];
    if (from !== undefined && to !== undefined && canonical(from) === canonical(to)) return [];
    if (!languageMapsOf(kind).has(name) || typeof (from ?? to) !== 'object' || typeof (to ?? from) !== 'object')
      return [name];
    return changedLanguages((from ?? {}) as Texts, (to ?? {}) as Texts).map((lang) => `${name}.${lang}`);
  });
}

type Texts = Readonly<Record<string, string>>;

function changedLanguages(from: Texts, to: Texts): string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted().filter((lang) => from[lang] !== to[lang]);
}
