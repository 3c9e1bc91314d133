import type { ExtensionField, RegistryConfig } from '../../schema/config.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Control, FormField, TextInput } from './field.ts';

/**
 * The form's fields with those that the copy declares for the kind, by zone, in place of the one field that holds them; without it where
 * there are none. What a record holds for other copies is not shown, and stays.
 */
export function withExtensionFields(
  fields: readonly FormField[],
  kind: Kind,
  declared: RegistryConfig['extensions'] = {},
): FormField[] {
  const zones = Object.entries(declared).flatMap(([zone, all]) => {
    const own = all.filter(({ kinds }) => kinds.includes(kind)).map(fieldOf);
    return own.length === 0 ? [] : [group(zone, own)];
  });
  return fields.flatMap((field) => {
    if (field.control.control !== 'extensions') return [field];
    return zones.length === 0 ? [] : [{ ...field, control: { control: 'group', fields: zones } as const }];
  });
}

function group(zone: string, fields: readonly FormField[]): FormField {
  return {
    name: zone,
    label: { title: { und: zone.toUpperCase() } },
    required: false,
    control: { control: 'group', fields },
  };
}

function fieldOf(field: ExtensionField): FormField {
  const { key, label, help } = field;
  return {
    name: key,
    label: { title: label, ...(help === undefined ? {} : { help }) },
    required: false,
    control: controlOf(field),
  };
}

const INPUTS: Readonly<Partial<Record<ExtensionField['type'], TextInput>>> = {
  text: 'line',
  number: 'number',
  date: 'day',
  url: 'url',
};

function controlOf({ type, values = {} }: ExtensionField): Control {
  if (type === 'choice' || type === 'choices') return { control: type, source: { from: 'own', values } };
  if (type === 'boolean') return { control: 'yes-no' };
  return { control: 'text', input: INPUTS[type] ?? 'line' };
}
