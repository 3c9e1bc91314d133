import type { RegistryConfig } from '../schema/config.ts';
import type { Registry } from '../schema/registry.ts';
import { THEME_FILE } from '../schema/theme.ts';
import type { Answers } from './answers.ts';
import type { KeptKeys } from './kept-keys.ts';
import { type FederationProblem, planFederation } from './plan-federation.ts';
import { type Settings, settingsFiles } from './settings-text.ts';

/** What a registry says of itself before it becomes a copy, or is told otherwise: without its records, so that a page can hold it. */
export interface SettingsBefore extends Settings {
  /** The text of a file inside the registry folder, `undefined` where there is none. */
  readonly textOf: (file: string) => string | undefined;
  /** True for a language that has all the texts of the interface. */
  readonly isWhole: (language: string) => boolean;
}

export type CopyProblem =
  | FederationProblem
  /** No wanted language has its texts. */
  | 'no-language'
  /** registry.yaml or federation.yaml is no sound YAML. */
  | 'unsound';

export interface SettingsPlan {
  /** Files of settings by their path inside the registry folder; only those that change. */
  readonly files: ReadonlyMap<string, string>;
  /** What said something else, and would be lost: fields of registry.yaml, and theme.css. */
  readonly replaced: readonly string[];
  /** Languages whose texts have to be translated first. */
  readonly waiting: readonly string[];
}

/** True for the registry as the program brings it: one that writes every zone is the international copy, or not yet a copy of anybody. */
export function isBeginning({ config }: Pick<Registry, 'config'>): boolean {
  return config.zones === '*';
}

/** The files of settings that make a registry the copy that the answers describe. Pure; the command line and the page in the browser plan alike. */
export function planSettings(before: SettingsBefore, answers: Answers, kept: KeptKeys): SettingsPlan | CopyProblem {
  const { textOf, isWhole } = before;
  const { taking, theme, languages: wanted, zones, ...said } = answers;
  const shown = wanted.filter(isWhole);
  const waiting = wanted.filter((language) => !isWhole(language));
  if (shown.length === 0) return 'no-language';
  const config = { ...keptConfig(before, zones), ...said, zones: [...zones], languages: shown };
  const federation = taking === undefined ? before.federation : planFederation(before, zones, taking, kept);
  if (typeof federation === 'string') return federation;
  const texts = settingsFiles(textOf, { config, federation });
  if (texts === undefined) return 'unsound';
  const prepared = waiting.map(stringsFile).filter((file) => textOf(file) === undefined);
  const files = new Map([
    ...texts,
    ...(theme === undefined || theme === textOf(THEME_FILE) ? [] : [[THEME_FILE, theme] as const]),
    ...prepared.map((file) => [file, '{}\n'] as const),
  ]);
  const losesTheme = files.has(THEME_FILE) && textOf(THEME_FILE) !== undefined;
  return {
    files,
    replaced: [...replacedFields(before, config), ...(losesTheme ? [THEME_FILE] : [])],
    waiting,
  };
}

/** Where the interface texts of a language stand. */
export function stringsFile(language: string): string {
  return `i18n/${language}.json`;
}

/** What stays of registry.yaml. Who the other copy is, where it stands and whom to ask there is not true of a new one. */
function keptConfig(before: SettingsBefore, zones: readonly string[]): RegistryConfig {
  if (!isBeginning(before)) return before.config;
  const { schemaVersion, id, name, zones: all, languages, dataLicense, tagline, extensions = {} } = before.config;
  const own = Object.entries(extensions).filter(([zone]) => zones.includes(zone));
  return {
    schemaVersion,
    id,
    name,
    ...(tagline === undefined ? {} : { tagline }),
    zones: all,
    languages,
    dataLicense,
    ...(own.length === 0 ? {} : { extensions: Object.fromEntries(own) }),
  };
}

/** What every registry says, the one that the program brings too: a copy says it anew without losing anything. */
const ALWAYS_ANEW: ReadonlySet<string> = new Set(['id', 'name', 'tagline', 'zones', 'languages', 'dataLicense']);

function replacedFields(before: SettingsBefore, after: RegistryConfig): (keyof RegistryConfig)[] {
  const fields = Object.keys(before.config) as (keyof RegistryConfig)[];
  return fields.filter(
    (field) =>
      !(isBeginning(before) && ALWAYS_ANEW.has(field)) &&
      JSON.stringify(before.config[field]) !== JSON.stringify(after[field]),
  );
}
