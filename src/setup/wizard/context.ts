import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../../i18n/t.ts';
import type { TextName } from '../texts.ts';
import type { Fault, Told } from './outcome.ts';
import type { WizardData } from './page-data.ts';
import type { ByLanguage, WizardState } from './state.ts';

/** What every part of the page works with. */
export interface WizardContext {
  readonly data: WizardData;
  readonly t: Translator;
  readonly state: WizardState;
  readonly told: Told;
  /** What is said about the answers, as far as it is shown. */
  readonly faults: readonly Fault[];
  readonly setText: (name: TextName, text: string) => void;
  readonly setNamed: (name: ByLanguage, language: string, text: string) => void;
  readonly setColors: (colors: Readonly<Record<string, string>>) => void;
  /** Says something politely to who cannot see it. */
  readonly say: (text: string) => void;
}

const Context = createContext<WizardContext | undefined>(undefined);
export const WizardProvider = Context.Provider;

/** What all parts of the wizard share. @throws outside of a wizard */
export function useWizard(): WizardContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('Part of the wizard, drawn outside of it.');
  return context;
}

/** The id of what is filled in for a field. */
export function idOf(field: string): string {
  return `w-${field.replaceAll(' ', '-')}`;
}
