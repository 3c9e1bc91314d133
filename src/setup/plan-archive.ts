import { editYaml } from '../registry/change/edit-record.ts';
import { type RegistryConfig, registryConfigSchema } from '../schema/config.ts';

type Ended = NonNullable<RegistryConfig['ended']>;

/**
 * The text of `registry.yaml` in which the copy has ended, or without an end goes on again; all else in it stays as it stands. `undefined`
 * where it is no sound YAML.
 */
export function archivedConfig(text: string, config: RegistryConfig, ended: Ended | undefined): string | undefined {
  const { ended: _, ...rest } = config;
  return editYaml(registryConfigSchema, text, ended === undefined ? rest : { ...rest, ended });
}
