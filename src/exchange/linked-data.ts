import type { DataPath } from '../rules/rule.ts';
import { isMap } from './foreign.ts';
import { textOf } from './texts.ts';
import { languageOf } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What describes software: https://schema.org/SoftwareSourceCode and its kin. */
export const LINKED_TYPES: Readonly<Record<string, string | undefined>> = {
  SoftwareSourceCode: undefined,
  SoftwareApplication: 'application',
  WebApplication: 'application',
  MobileApplication: 'application',
  WebAPI: 'service',
};
/** Where CodeMeta and schema.org say nothing of it, texts are most often in it. */
const USUAL_LANGUAGE = 'en';

/** True of JSON-LD about software. */
export function isCodemeta(value: unknown): value is Fields {
  return isMap(value) && ('@context' in value || '@type' in value) && softwareIn(value).length > 0;
}

/** Where software is described: the file as a whole, or nodes of its graph. */
export function softwareIn(file: Fields): DataPath[] {
  if (typeOf(file) !== undefined) return [[]];
  const graph = file['@graph'];
  const nodes = Array.isArray(graph) ? graph : [];
  const found = [...nodes.entries()].filter(([, node]) => isMap(node) && typeOf(node) !== undefined);
  if (found.length === 0 && 'codeRepository' in file) return [[]];
  return found.map(([index]) => ['@graph', index]);
}

/** The first type of a node that is read here; `undefined` where none is. */
export function typeOf(node: Fields): string | undefined {
  const types = [node['@type'] ?? node['type']].flat().map((type) => plainKey(textOf(type)));
  return types.find((type) => Object.hasOwn(LINKED_TYPES, type));
}

/** A term without its prefix or address: `schema:name`, `https://schema.org/name`. */
export function plainKey(key: string): string {
  return key.replace(/^(?:schema:|codemeta:|https?:\/\/(?:www\.)?(?:schema\.org|codemeta\.github\.io\/terms)\/)/, '');
}

/** The language that a file says its texts are in, or else the usual one. */
export function languageOfFile(file: Fields): string {
  const contexts = [file['@context']].flat().filter(isMap);
  const stated = contexts.map((context) => textOf(context['@language'])).find((tag) => tag !== '');
  return languageOf(stated ?? USUAL_LANGUAGE);
}

/** What of the file a record gives account of: its own part, and the first one also of all that is no software. */
export function viewOf(file: Fields, [, own]: DataPath, places: readonly DataPath[], isFirst: boolean): Fields {
  const graph = file['@graph'];
  if (own === undefined || !Array.isArray(graph)) return file;
  if (!isFirst) return { '@graph': { [own]: graph[Number(own)] } };
  const others = new Set(places.map(([, index]) => index).filter((index) => index !== own));
  const nodes = [...graph.entries()].filter(([index]) => !others.has(index));
  return { ...file, '@graph': Object.fromEntries(nodes) };
}
