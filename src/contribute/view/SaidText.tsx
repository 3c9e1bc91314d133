import { languageAttributes } from '../../i18n/language-attributes.ts';
import type { Said } from './words.ts';

/** A text that may be in another language than the page. */
export function SaidText({ said: { text, lang } }: { said: Said }) {
  return <span {...languageAttributes(lang)}>{text}</span>;
}
