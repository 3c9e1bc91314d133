import type { ExtensionField, RegistryConfig } from '../schema/config.ts';
import { day } from '../schema/primitives.ts';
import { everyDraft } from '../schema/registry.ts';
import { isSafeHttpsUrl } from '../schema/safe-url.ts';
import { didYouMean } from './nearest.ts';
import { anyOf, fieldName, kindName, phrase, type Words } from './phrase.ts';
import { type Finding, type RegistryRule, shown } from './rule.ts';

const MAX_TEXT = 1000;

export const extensionField: RegistryRule = {
  id: 'extension-field',
  severity: 'error',
  doc: {
    title: 'Extension fields are ones that the copy declares',
    why: 'A national copy checks its own fields as strictly as the common ones; those of other copies are kept as they are.',
    mend: 'Declare the field under extensions in registry.yaml, or correct the record.',
  },
  messages: {
    unknown: 'This registry declares no field “{field}” under “{zone}” for the kind {kind}.',
    value: 'The field “{field}” does not take this value.',
    repeated: 'The field “{field}” is declared more than once for the kind {kind}.',
    valueless: 'The field “{field}” is a choice, and has no values.',
  },
  hints: {
    value: 'Write a value of the kind that is expected.',
    repeated: 'Give one of them another key, or take it out.',
    valueless: 'Write under values what may be chosen, each with its label.',
  },
  each: true,
  check(registry, report) {
    const declared = registry.config.extensions ?? {};
    for (const finding of declarationFaults(declared)) report(finding);
    for (const { kind, file, data } of everyDraft(registry)) {
      for (const [zone, values] of Object.entries(data.extensions ?? {})) {
        const fields = Object.hasOwn(declared, zone) ? declared[zone] : undefined;
        if (fields === undefined) continue;
        for (const [key, value] of Object.entries(values)) {
          const path = ['extensions', zone, key];
          const field = fields.find((candidate) => candidate.key === key && candidate.kinds.includes(kind));
          if (field === undefined) {
            report({
              code: 'unknown',
              file,
              path,
              atKey: true,
              found: key,
              values: { field: key, kind: kindName(kind), zone },
              ...didYouMean(
                key,
                fields.flatMap(({ key: known, kinds }) => (kinds.includes(kind) ? [known] : [])),
              ),
            });
          } else if (!takesValue(field, value)) {
            report({
              code: 'value',
              file,
              path,
              found: shown(value),
              values: { field: fieldName(path) },
              expected: expectation(field),
            });
          }
        }
      }
    }
  },
};

/** What no record could follow: a second field of the same name, and a choice of nothing. */
function declarationFaults(declared: NonNullable<RegistryConfig['extensions']>): Omit<Finding, 'rule'>[] {
  return Object.entries(declared).flatMap(([zone, fields]) =>
    fields.flatMap(({ key, kinds, type, values = {} }, at) => {
      const path = ['extensions', zone, at];
      const again = fields.slice(0, at).filter((before) => before.key === key);
      const kind = kinds.find((each) => again.some((before) => before.kinds.includes(each)));
      const isChoice = type === 'choice' || type === 'choices';
      const common = { file: 'registry.yaml', found: key };
      return [
        ...(kind === undefined
          ? []
          : [{ ...common, code: 'repeated', path: [...path, 'key'], values: { field: key, kind: kindName(kind) } }]),
        ...(isChoice && Object.keys(values).length === 0
          ? [{ ...common, code: 'valueless', path: [...path, 'type'], values: { field: key } }]
          : []),
      ];
    }),
  );
}

/** True for a value that a declared field takes; records of other copies may have any. */
export function takesValue({ type, values = {} }: ExtensionField, value: unknown): boolean {
  const text = typeof value === 'string';
  if (type === 'choices')
    return Array.isArray(value) && value.every((item) => typeof item === 'string' && Object.hasOwn(values, item));
  if (type === 'choice') return text && Object.hasOwn(values, value);
  if (type === 'url') return text && isSafeHttpsUrl(value);
  if (type === 'date') return text && day.safeParse(value).success;
  if (type === 'text') return text && value.length <= MAX_TEXT;
  return type === typeof value;
}

const EXPECTATIONS = {
  text: phrase('textUpTo', { count: MAX_TEXT }),
  url: phrase('httpsAddress'),
  date: phrase('day'),
  number: phrase('wholeNumber'),
  boolean: phrase('trueOrFalse'),
} as const;

function expectation({ type, values = {} }: ExtensionField): Words {
  const choices = anyOf(Object.keys(values));
  if (type === 'choice') return choices;
  return type === 'choices' ? phrase('listOf', { item: choices }) : EXPECTATIONS[type];
}
