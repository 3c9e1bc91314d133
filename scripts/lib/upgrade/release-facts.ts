import type { Git } from '../../../src/git/run-git.ts';
import type { TreeFile } from '../../../src/git/trees-git.ts';
import { isSharedVocabulary, SCHEMA_FOLDER } from '../published-schemas.ts';
import { REGISTRY } from './owners.ts';

/** What a state of the program says of itself; what it does not say is absent. */
export interface ReleaseFacts {
  readonly version?: string;
  /** The version of Node that it brings. */
  readonly node?: string;
  /** The version of the data model that it writes. */
  readonly dataModel?: number;
}

/** @param commit full hash of a commit, of the program or of a copy */
export function releaseFacts(git: Git, commit: string): ReleaseFacts {
  const { version, devDependencies } = jsonAt(git, commit, 'package.json');
  const node = (devDependencies as Readonly<Record<string, unknown>> | undefined)?.['node'];
  const dataModel = constOf(jsonAt(git, commit, `${SCHEMA_FOLDER}/project.json`), 'schemaVersion');
  return {
    ...(typeof version === 'string' ? { version } : {}),
    ...(typeof node === 'string' ? { node } : {}),
    ...(dataModel === undefined ? {} : { dataModel }),
  };
}

function jsonAt(git: Git, commit: string, path: string): Readonly<Record<string, unknown>> {
  const text = git(['cat-file', 'blob', `${commit}:${path}`], { accepts: [128] }).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    // Absent, or the copy has broken it: nothing is known.
    return {};
  }
}

/** The greatest number that a JSON Schema, at any depth, demands of a field. */
function constOf(schema: unknown, field: string): number | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const own = (schema as Record<string, { const?: unknown } | undefined>)[field]?.const;
  const found = [
    typeof own === 'number' ? own : undefined,
    ...Object.values(schema).map((each) => constOf(each, field)),
  ];
  const numbers = found.filter((each) => each !== undefined);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** Names of vocabularies that the release has and the copy lacks or has otherwise: they arrive by synchronization, never by an upgrade. */
export function otherVocabularies(ours: readonly TreeFile[], theirs: readonly TreeFile[]): string[] {
  const folder = `${REGISTRY}/vocabularies/`;
  const here = new Map(ours.map(({ path, hash }) => [path.text, hash]));
  return theirs.flatMap(({ path: { text }, hash }) => {
    const name = text.slice(folder.length);
    return text.startsWith(folder) && isSharedVocabulary(name) && here.get(text) !== hash ? [name] : [];
  });
}

/** Interface texts that a release adds, and that a language of the copy's own lacks. */
export interface MissingTexts {
  /** The file, as `registry/i18n/ar.json`. */
  readonly file: string;
  /** Their keys, in the order of the release. */
  readonly keys: readonly string[];
}

/** What is to be translated before the copy builds with the release: a language is shown only where it is whole. */
export function missingTexts(
  git: Git,
  { head, base, target }: Readonly<Record<'head' | 'base' | 'target', string>>,
  ours: readonly TreeFile[],
  theirs: readonly TreeFile[],
): MissingTexts[] {
  const shipped = new Set(theirs.map(({ path }) => path.text));
  const before = jsonAt(git, base, STRINGS);
  const added = Object.keys(jsonAt(git, target, STRINGS)).filter((key) => !Object.hasOwn(before, key));
  return ours.flatMap(({ path: { text: file } }) => {
    const name = /^registry\/i18n\/([\w-]+\.json)$/.exec(file)?.[1];
    if (name === undefined || shipped.has(`src/i18n/${name}`)) return [];
    const own = jsonAt(git, head, file);
    const keys = added.filter((key) => !Object.hasOwn(own, key));
    return keys.length === 0 ? [] : [{ file, keys }];
  });
}

const STRINGS = 'src/i18n/en.json';
