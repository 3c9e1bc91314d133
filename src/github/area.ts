import { roleOf } from '../registry/files.ts';
import type { PullRequestScope } from './pull-request-report.ts';

/** What a path of the repository belongs to. `written`: what programs write into the registry. */
export type Area = 'record' | 'vocabulary' | 'settings' | 'written' | 'code';

/** Who may do what is data, and no program: files by these names right below `.github/`. */
const HOST_SETTINGS = /^\.github\/(?:CODEOWNERS|[^/]+\.ya?ml)$/;
const WRITTEN = /^(?:observed|federation\.lock)\//;

/** The path inside the registry folder, or `undefined` for what stands elsewhere. */
export function insidePath(path: string, folder: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** What a path, from the root of the repository, belongs to. */
export function areaOf(path: string, folder: string): Area {
  const inside = insidePath(path, folder);
  if (inside === undefined) return HOST_SETTINGS.test(path) && path !== DEPENDABOT ? 'settings' : 'code';
  if (WRITTEN.test(inside)) return 'written';
  const { type } = roleOf(inside);
  if (type === 'vocabulary') return 'vocabulary';
  // What is no file of a registry was most often meant to be a record, and rules say so.
  const isHidden = /(?:^|\/)\./.test(inside);
  return type === 'record' || type === 'unknown' || isHidden ? 'record' : 'settings';
}

const DEPENDABOT = '.github/dependabot.yml';

/** The gravest that a pull request touches; `mixed` where data and code come together. */
export function scopeOf(areas: readonly Area[]): PullRequestScope {
  const touched = new Set(areas);
  const hasData = touched.has('record') || touched.has('vocabulary') || touched.has('written');
  if (touched.has('code')) return hasData ? 'mixed' : 'code';
  if (touched.has('settings')) return 'settings';
  if (touched.has('vocabulary')) return 'vocabularies';
  return hasData ? 'records' : 'nothing';
}
