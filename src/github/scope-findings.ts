import { phrase } from '../rules/phrase.ts';
import type { Finding } from '../rules/rule.ts';
import { areaOf, insidePath } from './area.ts';
import type { PullRequestInput } from './pull-request-input.ts';

/** More are not looked at one by one; the findings would be as many. */
export const MAX_LOOKED_AT = 1000;

/**
 * What is to be said of the files of a pull request together. Paths are from the root of the repository.
 * @param taken paths inside the registry folder of what a synchronization wrote, however many: nobody can propose it in parts
 */
export function scopeFindings(
  { differences, folder, maxFiles, isOurs, isCrossed }: PullRequestInput,
  taken: ReadonlySet<string>,
): Finding[] {
  const files = differences.map(({ path }) => ({ path, area: areaOf(path, folder) }));
  const code = files.filter(({ area }) => area === 'code');
  const data = files.filter(({ area }) => area === 'record' || area === 'vocabulary' || area === 'written');
  const isTaken = ({ path }: { readonly path: string }) => taken.has(insidePath(path, folder) ?? '');
  const byHand = files.filter((file) => !isTaken(file));
  const inRegistry = byHand.filter(({ path }) => insidePath(path, folder) !== undefined);
  const [first] = files;
  const findings: Finding[] = [];
  const say = (finding: Omit<Finding, 'offset'>) => findings.push({ ...finding, offset: 0 });
  if (isCrossed) say({ rule: 'pr-conflict', code: 'crossed', file: first?.path ?? folder });
  if (code[0] !== undefined && data.length > 0)
    say({ rule: 'pr-scope', code: 'mixed', file: code[0].path, values: { count: code.length } });
  if (first !== undefined && byHand.length > MAX_LOOKED_AT) {
    const values = { count: byHand.length, read: MAX_LOOKED_AT };
    say({ rule: 'pr-size', code: 'unread', file: first.path, values });
  } else if (inRegistry[0] !== undefined && inRegistry.length > maxFiles) {
    const values = { count: inRegistry.length };
    say({
      rule: 'pr-size',
      code: 'files',
      file: inRegistry[0].path,
      values,
      expected: phrase('filesAtMost', { count: maxFiles }),
    });
  }
  for (const { path, area } of byHand.slice(0, MAX_LOOKED_AT)) {
    if (area === 'vocabulary' || area === 'settings') say({ rule: 'pr-settings', code: area, file: path });
    if (area === 'written' && !isOurs) say({ rule: 'pr-observed', code: 'hand', file: path });
  }
  return findings;
}
