import { QUESTIONS } from './questions.ts';
import type { TextName, Texts } from './texts.ts';

/** What is no question: told by a flag, or on the page. */
export interface MoreTexts {
  readonly tagline?: string | undefined;
  readonly theme?: string | undefined;
  /** The path of a picture. */
  readonly logo?: string | undefined;
  /** Nothing is asked any more. */
  readonly yes?: boolean;
}

/** The flag of a question: `--data-license` of `dataLicense`. */
export function flagOf(name: TextName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The command line that gives the same answers: it is quoted for the shells of Unix, and stands on one line. */
export function commandLine(texts: Texts, { tagline, theme, logo, yes = false }: MoreTexts = {}): string {
  const told: [string, string | undefined][] = QUESTIONS.map(({ name }) => [flagOf(name), texts[name]]);
  told.push(['--tagline', tagline], ['--theme', theme], ['--logo', logo]);
  const flags = told.flatMap(([flag, text]) => (text ? [`${flag} ${quoted(text)}`] : []));
  return ['npm run registry -- init', ...flags, ...(yes ? ['--yes'] : [])].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
