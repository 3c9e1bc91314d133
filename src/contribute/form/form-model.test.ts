import { describe, expect, test } from 'vitest';
import { schemaStrings } from '../../i18n/schema-strings.ts';
import { KIND_NAMES } from '../../schema/kinds.ts';
import { withExtensionFields } from './extension-fields.ts';
import type { Control, FormField } from './field.ts';
import { formFields } from './form-model.ts';
import { FIELD_GROUPS } from './groups.ts';

const control = (kind: 'project' | 'organization' | 'notice', ...path: string[]): Control | undefined => {
  let fields: readonly FormField[] = formFields(kind);
  let found: Control | undefined;
  for (const name of path) {
    found = fields.find((field) => field.name === name)?.control;
    fields = found !== undefined && 'fields' in found ? found.fields : [];
  }
  return found;
};

describe.each(KIND_NAMES)('the form of the kind %s', (kind) => {
  test('asks for every field of the schema in exactly one group', () => {
    const grouped = FIELD_GROUPS[kind].flatMap(({ fields }) => fields);
    expect(grouped.toSorted()).toEqual(
      formFields(kind)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  test('has a name for every field that it shows', () => {
    const strings = schemaStrings();
    const unnamed = (fields: readonly FormField[]): unknown[] =>
      fields.flatMap(({ label, control: shown }) => [
        ...('key' in label && `${label.key}.title` in strings ? [] : [label]),
        ...('fields' in shown ? unnamed(shown.fields) : []),
      ]);
    expect(unnamed(formFields(kind))).toEqual([]);
  });
});

test('each type of the schema has its control', () => {
  expect(control('project', 'name')).toEqual({ control: 'localized', lines: false, plain: true, max: 120 });
  expect(control('project', 'summary')).toEqual({ control: 'localized', lines: false, plain: false, max: 160 });
  expect(control('project', 'description')).toMatchObject({ control: 'localized', lines: true });
  expect(control('project', 'status')).toMatchObject({
    control: 'choice',
    source: { from: 'enumeration', name: 'status' },
  });
  expect(control('project', 'functions')).toEqual({
    control: 'choices',
    source: { from: 'vocabulary', name: 'functions' },
  });
  expect(control('project', 'owner')).toMatchObject({ source: { from: 'records', kind: 'organization', free: false } });
  expect(control('project', 'insteadOf')).toMatchObject({
    control: 'choices',
    source: { kind: 'project', free: true },
  });
  expect(control('project', 'repository')).toMatchObject({ control: 'text', input: 'url' });
  expect(control('project', 'license')).toEqual({ control: 'choice', source: { from: 'spdx' } });
  expect(control('project', 'tags')).toEqual({ control: 'texts', input: 'line' });
  expect(control('project', 'sharedRepository')).toEqual({ control: 'yes-no' });
  expect(control('project', 'started')).toEqual({ control: 'text', input: 'date' });
  expect(control('project', 'costs', 'from')).toMatchObject({ control: 'text', input: 'number' });
  expect(control('project', 'funding', 'model')).toMatchObject({ control: 'choice' });
  expect(control('project', 'maintenance', 'contacts', 'email')).toMatchObject({ control: 'text', input: 'email' });
  expect(control('organization', 'supplies', 'services')).toMatchObject({ control: 'choices' });
  expect(control('notice', 'closes')).toEqual({ control: 'text', input: 'time' });
});

test('fields that a copy declares stand in place of the one that holds them', () => {
  const declared = {
    ca: [
      { key: 'gcId', kinds: ['project' as const], type: 'text' as const, label: { en: 'GC id' } },
      { key: 'other', kinds: ['note' as const], type: 'boolean' as const, label: { en: 'Other' } },
    ],
  };
  const of = (extensions?: typeof declared) =>
    withExtensionFields(formFields('project'), 'project', extensions).filter(({ name }) => name === 'extensions');
  expect(of()).toEqual([]);
  expect(of(declared)).toMatchObject([
    { control: { control: 'group', fields: [{ name: 'ca', control: { fields: [{ name: 'gcId' }] } }] } },
  ]);
});
