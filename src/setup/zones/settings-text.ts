import { editYaml } from '../../registry/change/edit-record.ts';
import { type Federation, federationSchema, type RegistryConfig, registryConfigSchema } from '../../schema/config.ts';
import type { ZoneFiles, ZoneState } from './zone-state.ts';

const CONFIG_FILE = 'registry.yaml';
const FEDERATION_FILE = 'federation.yaml';
const NEW_FILE = 'schemaVersion: 1\n';

export interface Settings {
  readonly config: RegistryConfig;
  readonly federation: Federation;
}

/** The files of settings that change, with all else in them as it stands; `undefined` where one of them is no sound YAML. */
export function settingsFiles({ textOf }: Pick<ZoneState, 'textOf'>, after: Settings): ZoneFiles | undefined {
  const files = new Map([
    [FEDERATION_FILE, editYaml(federationSchema, textOf(FEDERATION_FILE) ?? NEW_FILE, after.federation)],
    [CONFIG_FILE, editYaml(registryConfigSchema, textOf(CONFIG_FILE) ?? NEW_FILE, after.config)],
  ]);
  if ([...files.values()].includes(undefined)) return undefined;
  for (const [file, text] of files) if (text === textOf(file)) files.delete(file);
  return files;
}

/** `federation.yaml` with other delegations and sources; an empty list is none. */
export function withSources(
  federation: Federation,
  delegations: NonNullable<Federation['delegations']>,
  sources: NonNullable<Federation['sources']>,
): Federation {
  const { delegations: _, sources: __, ...rest } = federation;
  return {
    ...rest,
    ...(Object.keys(delegations).length === 0 ? {} : { delegations }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}

/** Whether the settings of a source let in all of a zone. Entries name a kind, an id, a zone as `ca/*`, or a country. */
export function letsInAll(
  { include, exclude = [] }: Pick<NonNullable<Federation['sources']>[number], 'include' | 'exclude'>,
  zone: string,
): boolean {
  const isAbout = (entry: string) => !entry.includes('/') || entry.replace(/^[a-z-]+:/, '').startsWith(`${zone}/`);
  return (include === undefined || include.includes(`${zone}/*`)) && !exclude.some(isAbout);
}
