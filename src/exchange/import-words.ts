import type { Translator } from '../i18n/t.ts';
import type { ForeignProblem, ImportFormat } from './foreign.ts';
import type { NotCarriedReason } from './imported.ts';

export interface ProblemWords {
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** What is wrong with a text that cannot be read; its line and column are the caller's to show. */
export function problemWords(t: Translator, { code }: ForeignProblem): ProblemWords {
  return { message: t(`import.problem.${code}`), remedy: t(`import.remedy.${code}`) };
}

/** Why something is not carried over. */
export function reasonWords(t: Translator, reason: NotCarriedReason): string {
  return t(`import.reason.${reason}`);
}

/** What people call a format: the name of its file. */
export function formatName(t: Translator, format: ImportFormat): string {
  return t(`import.format.${format}`);
}
