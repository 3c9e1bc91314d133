import { type Document, isMap, isNode, isScalar, isSeq, type YAMLMap, YAMLSeq } from 'yaml';
import type { DataPath, Finding, Fix } from '../rules/rule.ts';
import type { Kind } from '../schema/kinds.ts';
import { formatRecord, YAML_STYLE } from './format.ts';
import { splitFrontMatter } from './front-matter.ts';
import { documentVersion, isOutdated } from './migrations/index.ts';
import { readYaml } from './yaml.ts';

export interface Fixed {
  /** The record as it would be written, canonical; comments stay. */
  readonly text: string;
  /** The findings whose fixes were made, in the order of the file. */
  readonly made: readonly Finding[];
}

/**
 * Makes the fixes that findings of one record carry, and puts the record into its canonical form. `undefined` where the text is not sound
 * YAML. What a fix makes may itself be found wrong: check again. Pure.
 */
export function fixRecord(kind: Kind, text: string, findings: readonly Finding[]): Fixed | undefined {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const parts = splitFrontMatter(plain);
  const { document, findings: unsound } = readYaml('', parts?.yaml ?? plain);
  // An alias to nothing cannot even be written.
  if (document === undefined || unsound.length > 0 || !isMap(document.contents)) return undefined;
  // What rules say of such a record they say of what it will be once it is migrated.
  if (isOutdated(documentVersion(document, kind))) return undefined;
  const made = inOrderOfRemoval(findings).filter((finding) => apply(document, finding));
  // Where nothing is changed the writer of YAML has no say: what it writes otherwise is for `formatRecord`.
  const yaml = made.length === 0 ? (parts?.yaml ?? plain) : document.toString(YAML_STYLE);
  const written = formatRecord(kind, parts === undefined ? yaml : `---\n${yaml}---\n${parts.body}`);
  if (written === undefined) return undefined;
  const byFormat = findings.filter(({ fix }) => fix === undefined);
  return { text: written, made: findings.filter((each) => made.includes(each) || byFormat.includes(each)) };
}

/** Later items of a list first, so that removing one does not move those that are still to be mended. */
function inOrderOfRemoval(findings: readonly Finding[]): Finding[] {
  return findings.toReversed().filter(({ fix }) => fix !== undefined);
}

function apply(document: Document.Parsed, { fix, path = [] }: Finding): boolean {
  if (fix === undefined || path.length === 0) return false;
  const holder = document.getIn(path.slice(0, -1), true) ?? document.contents;
  const key = path.at(-1) ?? '';
  if (isMap(holder)) return applyToField(document, holder, String(key), path, fix);
  if (!isSeq(holder) || 'rename' in fix || !(Number(key) in holder.items)) return false;
  return applyToValue(document, path, fix);
}

type FixOfValue = Exclude<Fix, { readonly rename: string }>;

function applyToValue(document: Document.Parsed, path: DataPath, fix: FixOfValue): boolean {
  if ('remove' in fix) return document.deleteIn(path);
  return 'wrap' in fix ? wrapValue(document, path) : setValue(document, path, fix.set);
}

function applyToField(document: Document.Parsed, holder: YAMLMap, key: string, path: DataPath, fix: Fix): boolean {
  if (!('rename' in fix)) return applyToValue(document, path, fix);
  const pair = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined || holder.has(fix.rename)) return false;
  if (isScalar(pair.key)) pair.key.value = fix.rename;
  return true;
}

/** Makes the node that stands there the one item of a list, so that its comment goes with it; no list is an item of another. */
function wrapValue(document: Document.Parsed, path: DataPath): boolean {
  const node = document.getIn(path, true);
  if (!isNode(node) || isSeq(node)) return false;
  const list = new YAMLSeq(document.schema);
  list.add(node);
  document.setIn(path, list);
  return true;
}

/** Changes the value of the node that stands there, so that its comment and its quotes stay. */
function setValue(document: Document.Parsed, path: DataPath, value: string | number | boolean): boolean {
  const node = document.getIn(path, true);
  if (isScalar(node)) node.value = value;
  else document.setIn(path, value);
  return true;
}
