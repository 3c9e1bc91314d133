import type { PartialStrings } from '../../i18n/strings.ts';
import type { Federation, RegistryConfig } from '../../schema/config.ts';
import type { KeptTable } from '../kept-table.ts';
import type { ZoneTable } from '../zone-table.ts';

/** What the page gives the program: plain data of this registry, of which a copy is to be made, and in one language. */
export interface WizardData {
  readonly lang: string;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly strings: PartialStrings;
  readonly config: RegistryConfig;
  readonly federation: Federation;
  /** Texts of settings by their path inside the registry folder; of interface texts only that they are there. */
  readonly files: Readonly<Record<string, string>>;
  /** Languages that have all the texts of the interface. */
  readonly whole: readonly string[];
  readonly zones: ZoneTable;
  readonly kept: KeptTable;
  /** The address of this site, where it has one that a copy can take records from. */
  readonly source?: string;
  /** Where the guide goes on from here. */
  readonly nextUrl: string;
}

/** Reads what the page gives. Throws where the page is not the wizard's. */
export function readWizardData(root: ParentNode): WizardData {
  const script = root.querySelector('#wizard-data');
  if (!(script instanceof HTMLScriptElement)) throw new Error('The page has no data for the wizard.');
  return JSON.parse(script.text);
}
