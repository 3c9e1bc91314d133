import type { LanguageMap } from './localized.ts';

/** What every page tells of the copy it belongs to: plain data from `registry.yaml` and from git. */
export interface SiteInfo {
  readonly name: LanguageMap;
  readonly tagline?: LanguageMap;
  /** Interface languages, the first is the default. */
  readonly languages: readonly string[];
  /** Address of the site with its base path: https://example.org/square/ */
  readonly url: string;
  /** The path part of `url`: `/square/`, or `/`. */
  readonly base: string;
  /** False where nobody told the address, and the building machine stands in for it. */
  readonly published: boolean;
  /** Web page of the repository, without a slash at its end; absent where neither `registry.yaml` nor the build names it. */
  readonly repositoryUrl?: string;
  /** Where help is: a page or a mailto address. */
  readonly contactUrl?: string;
  /** Since when nothing changes here any more, who goes on, and why. */
  readonly ended?: {
    readonly on: string;
    readonly successor?: string | undefined;
    readonly reason?: LanguageMap | undefined;
  };
  readonly dataLicense: { readonly name: string; readonly url: string };
  readonly build: {
    /** Full hash of the commit. */
    readonly commit: string;
    /** Day of the commit, ISO: never the clock of the machine that builds. */
    readonly date: string;
    /** Web page of the commit, where the host has one. */
    readonly url?: string;
  };
  /** The copy's own look, where it has one: the path of the sheet under the host, its text, and the font files that it uses at once. */
  readonly theme?: { readonly url: string; readonly css: string; readonly fonts: readonly string[] };
  /** The site's picture in tabs and bookmarks: its path under the host, and its media type. */
  readonly icon: { readonly url: string; readonly type: 'image/svg+xml' | 'image/png' };
  /** Pages that the copy adds to the program's, where it does. */
  readonly ownPages?: readonly OwnPageLink[];
}

/** A page that the copy adds, in a menu. */
export interface OwnPageLink {
  /** Path without base and language. */
  readonly path: string;
  /** Its title in each language that has the page. */
  readonly titles: LanguageMap;
  /** The foot of every page, or the page about the registry. */
  readonly menu: 'footer' | 'about';
}

/** A step of the breadcrumb; the page itself has no path. */
export interface Crumb {
  readonly label: string;
  /** Path without base and language. */
  readonly path?: string;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string;
}

/** Who vouches for an answer on a project page. */
export const EVIDENCE_SOURCES = ['declared', 'computed', 'reviewed'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];
