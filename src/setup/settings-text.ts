import { editYaml } from '../registry/change/edit-record.ts';
import { type Federation, federationSchema, type RegistryConfig, registryConfigSchema } from '../schema/config.ts';

export const CONFIG_FILE = 'registry.yaml';
export const FEDERATION_FILE = 'federation.yaml';
const NEW_FILE = 'schemaVersion: 1\n';

/** What a registry says of itself, and of whom it takes what. */
export interface Settings {
  readonly config: RegistryConfig;
  readonly federation: Federation;
}

/**
 * The files of settings that change, with all else in them as it stands; `undefined` where one of them is no sound YAML.
 * @param textOf the text of a file inside the registry folder, `undefined` where there is none
 */
export function settingsFiles(
  textOf: (file: string) => string | undefined,
  { config, federation }: Settings,
): Map<string, string> | undefined {
  const configText = editYaml(registryConfigSchema, textOf(CONFIG_FILE) ?? NEW_FILE, config);
  const federationText = editYaml(federationSchema, textOf(FEDERATION_FILE) ?? NEW_FILE, federation);
  if (configText === undefined || federationText === undefined) return undefined;
  const files: (readonly [string, string])[] = [
    [CONFIG_FILE, configText],
    [FEDERATION_FILE, federationText],
  ];
  return new Map(files.filter(([file, text]) => text !== textOf(file)));
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
