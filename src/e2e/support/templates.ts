/** A template of the site with an address that shows it, in the Arabic copy. */
export interface Template {
  readonly name: string;
  /** Without base path and language. */
  readonly path: string;
  /** For pages that stand outside of the languages. */
  readonly alone?: boolean;
  /** For pages that open another one at once. */
  readonly leaves?: boolean;
  /** What to do before looking: by a name that axe.spec.ts knows. */
  readonly open?: 'filters' | 'panel';
}

/** Every template of the site, and every state of the search that looks different. */
export const TEMPLATES: readonly Template[] = [
  { name: 'home', path: '' },
  { name: 'search, untouched', path: 'projects/' },
  {
    name: 'search, words and filters',
    path: 'projects/?q=%D9%88%D9%87%D9%85%D9%8A%D8%A9&country=jo&license=MIT',
    open: 'filters',
  },
  { name: 'search, nothing found', path: 'projects/?q=xylozzz&country=jo' },
  { name: 'search, something else meant', path: 'projects/?q=unifeid%20login&country=jo' },
  { name: 'search, filters of a phone', path: 'projects/?country=jo', open: 'panel' },
  { name: 'project, full', path: 'projects/jo/unified-login/' },
  { name: 'project, ended', path: 'projects/jo/old-portal/' },
  { name: 'project, French only', path: 'projects/int/outil-francais/' },
  { name: 'project, hostile name', path: 'projects/jo/hostile-name/' },
  { name: 'project, long words', path: 'projects/jo/long-words/' },
  { name: 'project, moved', path: 'projects/jo/single-sign-on/', leaves: true },
  { name: 'project, gone', path: 'projects/jo/merged-away/' },
  { name: 'project, of another copy', path: 'projects/ma/shared-login/' },
  { name: 'organizations', path: 'organizations/' },
  { name: 'organization', path: 'organizations/jo/ministry-of-tests/' },
  { name: 'countries', path: 'countries/' },
  { name: 'country', path: 'countries/jo/' },
  { name: 'standards', path: 'standards/' },
  { name: 'standard', path: 'standards/int/test-record-format/' },
  { name: 'funding', path: 'funding/' },
  { name: 'funding programme', path: 'funding/jo/fund-of-fixtures/' },
  { name: 'browse', path: 'browse/' },
  { name: 'value of a facet', path: 'browse/function/identity/' },
  { name: 'retired', path: 'retired/' },
  { name: 'changes', path: 'changes/' },
  { name: 'statistics', path: 'statistics/' },
  { name: 'data', path: 'data/' },
  { name: 'columns of a table', path: 'data/projects/' },
  { name: 'data quality', path: 'data-quality/' },
  { name: 'findings of a rule', path: 'data-quality/personal-address/' },
  { name: 'data model', path: 'data-model/' },
  { name: 'kind of record', path: 'data-model/project/' },
  { name: 'rules', path: 'rules/' },
  { name: 'records by hand', path: 'contribute/by-hand/' },
  { name: 'a copy of one’s own', path: 'fork/' },
  { name: 'end of a copy', path: 'fork/exit/' },
  { name: 'wizard, in a copy', path: 'fork/wizard/' },
  { name: 'other copies', path: 'copies/' },
  { name: 'overlays', path: 'contribute/overlays/' },
  { name: 'about', path: 'about/' },
  { name: 'reviewing', path: 'review/' },
  { name: 'page of the copy’s own', path: 'terms/' },
  { name: 'accessibility statement', path: 'accessibility/' },
  { name: 'privacy notice', path: 'privacy/' },
  { name: '404', path: '404.html', alone: true },
  { name: 'choice of language', path: '', alone: true, leaves: true },
];

export const LANGUAGES = ['ar', 'en', 'fr'] as const;

export const WIDTHS = [320, 1280] as const;
