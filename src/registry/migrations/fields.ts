import { isScalar, type Node, type Pair, type YAMLMap } from 'yaml';

type Field = Pair<Node, Node | null>;

/** The name of a field; empty where its key is no plain text. */
export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The field of a name; `undefined` where there is none. */
export function fieldOf(map: YAMLMap, name: string): Field | undefined {
  return map.items.find((pair) => keyOf(pair) === name) as Field | undefined;
}

/** Gives a field another name, unless one of that name stands there; says whether it did. Comments and the field's place stay. */
export function renameField(map: YAMLMap, from: string, to: string): boolean {
  const field = fieldOf(map, from);
  if (field === undefined || !isScalar(field.key) || fieldOf(map, to) !== undefined) return false;
  field.key.value = to;
  delete field.key.source;
  return true;
}

/** Removes a field; its comments go above the field behind it, or else to the end of the map. */
export function removeField(map: YAMLMap, field: Field): void {
  const { key, value } = field;
  const parts = [key.commentBefore, key.comment, value?.commentBefore, value?.comment];
  const comments = parts.filter((comment) => comment !== undefined && comment !== null);
  const at = map.items.indexOf(field);
  map.items.splice(at, 1);
  if (comments.length === 0) return;
  const next = map.items[at]?.key as Node | undefined;
  if (next === undefined) map.comment = [...comments, map.comment].filter((comment) => comment != null).join('\n');
  else next.commentBefore = [...comments, next.commentBefore].filter((comment) => comment != null).join('\n');
}
