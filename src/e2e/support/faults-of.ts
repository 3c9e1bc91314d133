import { issuesOf, loadRegistry } from '../../registry/load-fs.ts';

/** What is wrong with a file, were it in the registry of this repository. */
export function faultsOf(file: string, text: string): string[] {
  const path = file.replace(/^registry\//, '');
  const loaded = loadRegistry('registry', { instead: new Map([[path, text]]) });
  return issuesOf(loaded)
    .filter((issue) => issue.file === path && issue.severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
