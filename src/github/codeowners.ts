import { REVIEWERS_FILE, type Reviewers } from '../schema/reviewers.ts';

/** Where the host looks for it, from the root of the repository. */
export const CODEOWNERS_FILE = '.github/CODEOWNERS';

const HEAD = `# Written by npm run registry -- codeowners --write, from registry/${REVIEWERS_FILE}: edit that file.\n`;

/**
 * The host's file of owners: everything for the reviewers of the rest, and each zone's folder of every kind for those of the zone. The last line
 * that fits a path counts, so a region stands behind its country: https://docs.github.com/articles/about-code-owners
 */
export function codeownersOf({ zones = {} }: Reviewers): string {
  const named = Object.keys(zones).sort();
  const lines = named.flatMap((zone) => {
    const owners = (zones[zone] ?? []).map((name) => `@${name}`).join(' ');
    if (zone === '*') return [`* ${owners}`];
    const folders = zone.includes('-') || zone === 'int' || zone === 'eu' ? [zone] : [zone, `${zone}-*`];
    return folders.map((folder) => `/registry/*/${folder}/ ${owners}`);
  });
  return [HEAD, ...lines.map((line) => `${line}\n`)].join('');
}
