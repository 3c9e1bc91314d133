import type { PartialStrings } from '../../i18n/strings.ts';
import type { Federation, RegistryConfig } from '../../schema/config.ts';
import type { Vocabulary } from '../../schema/registry.ts';
import type { Doors } from '../send/contribution.ts';

/** What the page gives the form: plain data, of this copy and in one language. */
export interface PageData {
  readonly lang: string;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly siteName: string;
  /** All strings that the form shows. */
  readonly strings: PartialStrings;
  readonly config: RegistryConfig;
  readonly federation: Federation;
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  readonly doors: Doors;
}

/** Reads what the page gives. Throws where the page is not the form's. */
export function readPageData(root: ParentNode): PageData {
  const script = root.querySelector('#form-data');
  if (!(script instanceof HTMLScriptElement)) throw new Error('The page has no data for the form.');
  return JSON.parse(script.text);
}
