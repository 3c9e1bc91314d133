import { phrase } from '../rules/phrase.ts';
import { type Finding, shown } from '../rules/rule.ts';
import { findUnsafeCharacters } from '../schema/unsafe-characters.ts';

type Fault = Omit<Finding, 'file'>;

/** Windows takes 260 characters, the folder of the clone among them. */
const MAX_PATH = 200;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const REFUSED = /[<>:"|?*\\]/;
/** Characters that HFS+ leaves out when it compares names, so that `.g‌it` is `.git`: git's utf8.c, `next_hfs_char`. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** What git reads by itself wherever it stands, also under its short names on Windows: git's path.c, `verify_dotfile`. */
const GIT_NAMES = /^(?:\.git|git~\d+|\.gitmodules|gitmod~\d+)$/;

/** What is wrong with a path as such, the gravest first; `isData`: it stands in the registry folder. */
export function pathFault(path: string, isUtf8: boolean, isData: boolean): Fault | undefined {
  const fault = (code: string, values = {}): Fault => ({ rule: 'pr-path', code, values, found: shown(path) });
  const names = path.split('/');
  if (!isUtf8) return fault('utf8');
  const git = names.find(isGitName);
  if (git !== undefined) return fault('git', { name: shown(git) });
  if (findUnsafeCharacters(path).length > 0 || /[\n\t]/.test(path)) return fault('control');
  if (names.some((name) => name === '' || name === '.' || name === '..')) return fault('traversal');
  if (path.length > MAX_PATH)
    return { ...fault('long', { length: path.length }), expected: phrase('charactersAtMost', { count: MAX_PATH }) };
  for (const name of names) {
    const code = nameFault(name, isData);
    if (code !== undefined) return fault(code, { name: shown(name) });
  }
  return undefined;
}

function nameFault(name: string, isData: boolean): string | undefined {
  if (RESERVED.test(name)) return 'reserved';
  if (REFUSED.test(name)) return 'character';
  if (/[. ]$/.test(name)) return 'end';
  return isData && name.startsWith('.') ? 'hidden' : undefined;
}

function isGitName(name: string): boolean {
  const [bare = ''] = name.replace(IGNORED, '').toLowerCase().split(':');
  return GIT_NAMES.test(bare.replace(/[. ]+$/, ''));
}

/**
 * The added paths that a system without capitals, or one that composes letters anew, takes for a path that stands already or is added, too:
 * by path, what it clashes with. Folders count as much as files.
 */
export function clashesOf(added: readonly string[], standing: readonly string[]): ReadonlyMap<string, string> {
  const clashes = new Map<string, string>();
  if (added.length === 0) return clashes;
  const spelled = new Map<string, string>();
  for (const path of standing) for (const part of partsOf(path)) spelled.set(folded(part), part);
  for (const path of added) {
    for (const part of partsOf(path)) {
      const other = spelled.get(folded(part));
      if (other === undefined) spelled.set(folded(part), part);
      else if (other !== part && !clashes.has(path)) clashes.set(path, other);
    }
  }
  return clashes;
}

/** A path and every folder on the way to it. */
function partsOf(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}
