import type { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import { fieldsOf, metaOf, schemasAt } from '../../src/schema/field-meta.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../src/schema/kinds.ts';
import type { Registry } from '../../src/schema/registry.ts';

/**
 * What may stand where the cursor is, for shells: commands, options, their choices, ids of records, fields and their values. `words`: what
 * stands before the cursor behind the program's name, the last one unfinished. Only what begins with it is given.
 */
export function candidates(program: Command, words: readonly string[], registry: () => Registry): string[] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const name = before.find((word) => program.commands.some((command) => command.name() === word));
  const command = program.commands.find((each) => each.name() === name) ?? program;
  return valuesFor(command, before, typed, registry).filter((value) => value.startsWith(typed));
}

function valuesFor(command: Command, before: readonly string[], typed: string, registry: () => Registry): string[] {
  const option = command.options.find(
    ({ long, short }) => before.at(-1) === long || (short && before.at(-1) === short),
  );
  if (option !== undefined && (option.required || option.optional)) return valuesOf(option, before, typed, registry);
  if (typed.startsWith('-')) return command.options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? '');
  if (command.commands.length > 0) return command.commands.filter((each) => !isHidden(each)).map((each) => each.name());
  return argumentValues(command.registeredArguments[0], registry);
}

function argumentValues(argument: Argument | undefined, registry: () => Registry): string[] {
  if (argument === undefined) return [];
  if (argument.name() === 'zones') return zonesOf(registry());
  return argument.argChoices ?? (/\bids?\b/.test(argument.name()) ? idsOf(registry()) : []);
}

function valuesOf(option: Option, before: readonly string[], typed: string, registry: () => Registry): string[] {
  if (option.argChoices !== undefined) return option.argChoices;
  const kind = before.find((word): word is Kind => (KIND_NAMES as readonly string[]).includes(word));
  if (option.flags === '--source <id>') return (registry().federation.sources ?? []).map(({ id }) => id);
  // The id of another copy, which nothing here knows yet.
  if (option.flags === '--source-id <id>') return [];
  if (/^<id/.test(option.flags.split(' ')[1] ?? '')) return idsOf(registry());
  return /field=value/.test(option.flags) && kind !== undefined ? assignments(kind, typed, registry) : [];
}

function idsOf({ records }: Registry): string[] {
  return [...new Set(records.map(({ id }) => id))];
}

/** The zones that the settings name: written here, given away, or taken. */
function zonesOf({ config, federation: { delegations = {}, sources = [] } }: Registry): string[] {
  const named = [config.zones, Object.keys(delegations), ...sources.map(({ zones }) => zones)];
  return [...new Set(named.flatMap((zones) => (zones === '*' ? [] : zones)))];
}

/** `status=` for what is typed of a field’s name, `status=stable` behind the sign. */
function assignments(kind: Kind, typed: string, registry: () => Registry): string[] {
  const [field = '', value] = typed.split('=', 2);
  if (value === undefined)
    return [
      ...fieldsOf(KINDS[kind].schema)
        .filter(({ path }) => !path.includes('*'))
        .map(({ path }) => `${path.join('.')}=`),
      ...ownFields(kind, registry()).map(({ name }) => `${name}=`),
    ];
  const own = field.startsWith('extensions.') && ownFields(kind, registry()).find(({ name }) => name === field);
  if (own) return Object.keys(own.values ?? {}).map((choice) => `${field}=${choice}`);
  const found = schemasAt(KINDS[kind].schema, field.split('.')).flatMap(leaves);
  return found.flatMap((schema) => choicesOf(schema, registry)).map((choice) => `${field}=${choice}`);
}

/** The fields that this copy adds to a kind, each with its values. */
function ownFields(kind: Kind, { config }: Registry) {
  return Object.entries(config.extensions ?? {}).flatMap(([zone, fields]) =>
    fields
      .filter(({ kinds }) => kinds.includes(kind))
      .map(({ key, values }) => ({ name: `extensions.${zone}.${key}`, values })),
  );
}

function leaves(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return leaves(schema.unwrap());
  return schema instanceof z.ZodArray ? leaves(schema.element) : [schema];
}

function choicesOf(schema: z.core.$ZodType, registry: () => Registry): string[] {
  const { references, vocabulary } = metaOf(schema);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (vocabulary !== undefined) return Object.keys(registry().vocabularies[vocabulary]?.terms ?? {});
  if (references === undefined) return [];
  return registry()
    .records.filter((record) => record.kind === references)
    .map(({ id }) => id);
}

/** Commander keeps this to itself; a name that begins with two underscores is for programs. */
function isHidden(command: Command): boolean {
  return command.name().startsWith('__');
}
