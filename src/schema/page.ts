import { z } from 'zod';
import { line } from './text.ts';

/** The name of a page: lower-case letters, digits and single hyphens, below at most one other page: `contribute/licences`. */
export const PAGE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** What stands above the text of `pages/<language>/<name>.mdx`. */
export const pageSchema = z.strictObject({
  title: line(120),
  /** What the page is about, for search engines and whoever shares it. */
  description: line(300),
  /** Where an added page is linked: at the foot of every page, or on the page about the registry, as without this field. */
  menu: z.enum(['footer', 'about']).optional(),
});

export type PageData = z.infer<typeof pageSchema>;

export interface PageFile {
  readonly file: string;
  readonly language: string;
  /** `terms`, `contribute/licences`: its address without base and language. */
  readonly name: string;
  /** Absent where its fields have faults. */
  readonly data?: PageData;
  readonly body: string;
  readonly bodyOffset: number;
}

/** The pages that come with the program, and that a copy may replace in a language. A test holds that none of `src/content/guides/` is missing. */
export const GUIDES: readonly string[] = [
  'about',
  'accessibility',
  'contribute/by-hand',
  'contribute/next',
  'contribute/overlays',
  'fork',
  'fork/checklist',
  'fork/delegate',
  'fork/exit',
  'fork/sync',
  'fork/upgrade',
  'privacy',
  'review',
];

/**
 * First parts of the addresses of the program's own pages. `all`: everything below, too; `itself`: guides may stand below; `kept`: there is
 * nothing yet.
 */
const ROUTES: Readonly<Record<string, 'all' | 'itself' | 'kept'>> = {
  '404': 'kept',
  browse: 'all',
  changes: 'all',
  contribute: 'itself',
  copies: 'itself',
  countries: 'all',
  data: 'all',
  'data-model': 'all',
  'data-quality': 'all',
  funding: 'all',
  groups: 'kept',
  index: 'kept',
  notes: 'kept',
  notices: 'kept',
  organizations: 'all',
  projects: 'all',
  questions: 'kept',
  retired: 'all',
  rules: 'all',
  standards: 'all',
  statistics: 'all',
};

/** Pages of the program that stand below a guide. */
const BELOW: readonly string[] = ['fork/wizard'];

/** Whether a page by this name would stand where the program puts its own. */
export function isTaken(name: string): boolean {
  const route = routeOf(name);
  if (BELOW.includes(name)) return true;
  return route === 'itself' ? !name.includes('/') : route !== undefined;
}

/** Whether a path of the site, without base, language and slashes around it, can lead somewhere as far as its first part tells. */
export function isKnownPath(path: string, pages: ReadonlySet<string>): boolean {
  if (path === '' || GUIDES.includes(path) || BELOW.includes(path) || pages.has(path)) return true;
  const route = routeOf(path);
  return route === 'all' || (route === 'itself' && !path.includes('/'));
}

function routeOf(path: string): (typeof ROUTES)[string] | undefined {
  const [first = ''] = path.split('/');
  return Object.hasOwn(ROUTES, first) ? ROUTES[first] : undefined;
}
