/** Path inside the registry folder of the sheet in which a copy sets its look. */
export const THEME_FILE = 'theme.css';

/** The text of theme.css, not yet read: `src/styles/theme.ts` does that. */
export interface ThemeFile {
  readonly file: string;
  readonly css: string;
}

/** The picture before the name of the copy. */
export interface LogoFile {
  readonly file: string;
  /** The text of an SVG. */
  readonly svg?: string;
  /** Of a PNG, in pixels; absent where the file is none. */
  readonly size?: { readonly width: number; readonly height: number };
}
