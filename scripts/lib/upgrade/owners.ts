import { CODEOWNERS_FILE } from '../../../src/github/codeowners.ts';
import { POLICY_FILE } from '../../../src/github/policy.ts';
import { SCHEMA_FOLDER } from '../published-schemas.ts';

/** The one folder that belongs to the copy whole; an upgrade never touches it. */
export const REGISTRY = 'registry';

/**
 * Whose word counts for a path when a release is taken.
 * - `copy`: the registry folder. It stays byte for byte.
 * - `host`: how this copy wants its host to behave. Where the copy has changed it, it stays, and what the release says otherwise is told.
 * - `written`: commands make it of `registry/` and the program. The release's stands until they have run again; it is nobody's edit.
 * - `program`: everything else. The release's is taken whole; what the copy had changed is told, and only replaced when it is asked for.
 */
export type Owner = 'copy' | 'host' | 'written' | 'program';

/** Files of the release that a copy may change, each with the reason. The only list of them. */
const HOST_SETTINGS: Readonly<Record<string, string>> = {
  [POLICY_FILE]: 'what the bots may do here',
  [CODEOWNERS_FILE]: 'made from registry/reviewers.yaml: npm run registry -- codeowners --write',
  '.github/dependabot.yml': 'whether the host proposes newer packages',
  '.github/FUNDING.yml': 'whom the host’s sponsor button leads to',
};

/** What `npm run schema` and `npm run docs` make of the vocabularies in `registry/`. */
const WRITTEN = [`${SCHEMA_FOLDER}/`, '.github/ISSUE_TEMPLATE/add-project.yml'];

/** Whose a file of a release is. */
export function ownerOf(path: string): Owner {
  if (path === REGISTRY || path.startsWith(`${REGISTRY}/`)) return 'copy';
  if (Object.hasOwn(HOST_SETTINGS, path)) return 'host';
  return WRITTEN.some((each) => path === each || (each.endsWith('/') && path.startsWith(each))) ? 'written' : 'program';
}

/** Why the copy's own is kept at a path. */
export function hostReason(path: string): string {
  return HOST_SETTINGS[path] ?? 'this copy’s own; the program has no such file';
}

/**
 * Folders in which every file may become a part of the program. A file that a copy adds elsewhere, as `netlify.toml`, a workflow or
 * `public/robots.txt`, is for its host and stays.
 */
const PROGRAM_FOLDERS = ['src/', 'scripts/'];

/** True of a path where only the program’s own files stand: what a copy has put there goes with an upgrade. */
export function isOfProgram(path: string): boolean {
  return PROGRAM_FOLDERS.some((folder) => path.startsWith(folder));
}

/**
 * True of a path that some disks take for the registry folder, as `Registry/x`: no release may write there. Those of Windows have a short name for
 * it, too, and read no further than a colon; those of macOS leave out what cannot be seen.
 */
export function looksLikeRegistry(path: string): boolean {
  const [first = ''] = path.split('/');
  const [read = ''] = first
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .split(':');
  return first !== REGISTRY && (read.replace(/[. ]+$/, '') === REGISTRY || /^regist~\d+$/.test(read));
}
