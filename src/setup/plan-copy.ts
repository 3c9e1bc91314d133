import { editYaml } from '../registry/change/edit-record.ts';
import { federationSchema, type RegistryConfig, registryConfigSchema } from '../schema/config.ts';
import type { Registry } from '../schema/registry.ts';
import type { Answers } from './answers.ts';
import { keptRecords } from './kept-records.ts';
import { interfaceLanguages } from './languages.ts';
import { type FederationProblem, planFederation } from './plan-federation.ts';

export const CONFIG_FILE = 'registry.yaml';
export const FEDERATION_FILE = 'federation.yaml';

/** What a registry is before it becomes a copy, or is told otherwise. */
export interface Beginning {
  readonly registry: Registry;
  /** The text of a file inside the registry folder, `undefined` where there is none. */
  readonly textOf: (file: string) => string | undefined;
  /** Interface texts that are brought along: by language, as a file has them. */
  readonly brought: ReadonlyMap<string, string>;
}

export type CopyProblem =
  | FederationProblem
  /** No wanted language has its texts. */
  | 'no-language'
  /** registry.yaml or federation.yaml is no sound YAML. */
  | 'unsound';

export interface CopyPlan {
  /** Files by their path inside the registry folder, `undefined` for one that goes; only those that change. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Fields of registry.yaml that said something else, and would be lost. */
  readonly replaced: readonly (keyof RegistryConfig)[];
  readonly waiting: readonly string[];
  readonly counts: {
    readonly own: number;
    readonly foreign: number;
    readonly referred: number;
    readonly removed: number;
  };
}

/** True for the registry as the program brings it: one that writes every zone is the international copy, or not yet a copy of anybody. */
export function isBeginning({ config }: Pick<Registry, 'config'>): boolean {
  return config.zones === '*';
}

/** The files that make a registry the copy that the answers describe. Pure, and plans nothing where the registry is that already. */
export function planCopy(beginning: Beginning, answers: Answers): CopyPlan | CopyProblem {
  const { registry, textOf, brought } = beginning;
  const strings = {
    ...registry.strings,
    ...Object.fromEntries([...brought].map(([lang, text]) => [lang, JSON.parse(text)])),
  };
  const { shown, waiting } = interfaceLanguages(answers.languages, strings);
  if (shown.length === 0) return 'no-language';
  const { taking, languages: _, zones, ...said } = answers;
  const config = { ...keptConfig(registry, zones), ...said, zones: [...zones], languages: [...shown] };
  const include = taking?.include ?? 'all';
  const kept = keptRecords(registry, zones, include);
  const federation = taking === undefined ? registry.federation : planFederation(registry, zones, taking, kept);
  if (typeof federation === 'string') return federation;
  const configText = editYaml(registryConfigSchema, textOf(CONFIG_FILE) ?? NEW_FILE, config);
  const federationText = editYaml(federationSchema, textOf(FEDERATION_FILE) ?? NEW_FILE, federation);
  if (configText === undefined || federationText === undefined) return 'unsound';
  const files = new Map<string, string | undefined>([
    [CONFIG_FILE, configText],
    [FEDERATION_FILE, federationText],
    ...stringFiles(beginning, waiting),
    ...kept.removed.map(({ file }) => [file, undefined] as const),
  ]);
  for (const [file, text] of files) if (text !== undefined && text === textOf(file)) files.delete(file);
  return {
    files,
    replaced: replacedFields(registry, config),
    waiting,
    counts: {
      own: registry.records.filter(({ zone }) => zones.includes(zone)).length,
      foreign: kept.foreign.length,
      referred: kept.referred.length,
      removed: kept.removed.length,
    },
  };
}

/** What stays of registry.yaml. Who the other copy is, where it stands and whom to ask there is not true of a new one. */
function keptConfig(registry: Registry, zones: readonly string[]): RegistryConfig {
  if (!isBeginning(registry)) return registry.config;
  const { schemaVersion, id, name, zones: all, languages, dataLicense, tagline, extensions = {} } = registry.config;
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

const NEW_FILE = 'schemaVersion: 1\n';

/** The files of interface texts: those that are brought, and an empty one for each language that waits for a translation. */
function stringFiles({ textOf, brought }: Beginning, waiting: readonly string[]): [string, string][] {
  const fileOf = (language: string) => `i18n/${language}.json`;
  const empty = waiting.filter((language) => !brought.has(language) && textOf(fileOf(language)) === undefined);
  return [...brought, ...empty.map((language) => [language, '{}\n'] as const)].map(([language, text]) => [
    fileOf(language),
    text,
  ]);
}

/** What every registry says, the one that the program brings too: a copy says it anew without losing anything. */
const ALWAYS_ANEW: ReadonlySet<string> = new Set(['id', 'name', 'zones', 'languages', 'dataLicense']);

function replacedFields(registry: Registry, after: RegistryConfig): (keyof RegistryConfig)[] {
  const before = registry.config;
  const fields = Object.keys(before) as (keyof RegistryConfig)[];
  return fields.filter(
    (field) =>
      !(isBeginning(registry) && ALWAYS_ANEW.has(field)) &&
      JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
