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
