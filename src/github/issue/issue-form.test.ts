import { describe, expect, test } from 'vitest';
import { processorTime } from '../../registry/fixtures/processor-time.ts';
import { chosenOptions, type IssueForm, readFormAnswers, readIssueForm } from './issue-form.ts';

const FORM: IssueForm = {
  name: 'add-record',
  fields: [
    { id: 'file', label: 'File · Fichier', required: true },
    { id: 'language', label: 'Language · Langue', required: false },
    { id: 'record', label: 'Record · Fiche', required: true },
  ],
};
const OTHER: IssueForm = { name: 'suggest', fields: [{ id: 'name', label: 'Name', required: true }] };
const read = (body: string) => readFormAnswers(body, [OTHER, FORM]);

test('reads the questions of a form from its file', () => {
  const text = `body:
  - {type: markdown, attributes: {value: Hello}}
  - {type: input, id: name, attributes: {label: Name}, validations: {required: true}}
  - {type: dropdown, id: type, attributes: {label: Type, options: [a, b]}}
`;
  expect(readIssueForm('x', text)).toEqual({
    name: 'x',
    fields: [
      { id: 'name', label: 'Name', required: true },
      { id: 'type', label: 'Type', required: false, options: ['a', 'b'] },
    ],
  });
});

describe('the answers of an issue', () => {
  const record = 'name: A\ndescription:\n  en: |\n    ### File · Fichier\n\n    ```\n    code\n    ```';
  const body = `### File · Fichier\n\nregistry/projects/ca/a.yaml\n\n### Language · Langue\n\n_No response_\n\n### Record · Fiche\n\n\`\`\`yaml\n${record}\n\`\`\`\n`;

  test('stand below the labels, without fence; an empty one is absent', () => {
    expect(read(body)).toEqual({ form: 'add-record', answers: { file: 'registry/projects/ca/a.yaml', record } });
  });
  test('are the same with the line ends of a browser', () => {
    expect(read(body.replaceAll('\n', '\r\n'))).toEqual(read(body));
  });
  test('are the same without a fence, and keep a fence of their own', () => {
    expect(read(body.replace('```yaml\n', '').replace(/\n```\n$/, ''))?.answers['record']).toBe(record);
  });
  test('cannot be given twice, nor for a question that stands before', () => {
    const hostile = `${body}\n### File · Fichier\n\nregistry/registry.yaml\n`;
    const answers = read(hostile)?.answers ?? {};
    expect(answers['file']).toBe('registry/projects/ca/a.yaml');
    expect(answers['record']).toContain('### File · Fichier\n\nregistry/registry.yaml');
  });
  test.each([
    '',
    'A question, not a form',
    '### File · Fichier\n\nx',
    '### Record · Fiche\n\nx\n### File · Fichier\n\ny',
  ])('are none in %j', (text) => expect(read(text)).toBeUndefined());
  test('hold no surprise by their name', () => {
    const odd: IssueForm = { name: 'odd', fields: [{ id: '__proto__', label: 'P', required: true }] };
    const found = readFormAnswers('### P\n\nx', [odd]);
    expect(Object.getPrototypeOf(found?.answers)).toBe(Object.prototype);
  });
});

test('choices are told apart, whatever stands in them', () => {
  const options = ['health · Health, care', 'health · Health', 'open'];
  expect(chosenOptions('health · Health, care, open', options)).toEqual(['health · Health, care', 'open']);
  expect(chosenOptions('open', options)).toEqual(['open']);
  expect(chosenOptions('nothing, open', options)).toEqual(['nothing', 'open']);
  expect(chosenOptions('', options)).toEqual([]);
});

test('a long hostile text takes no long time', () => {
  const all = () => {
    read('### File · Fichier\n'.repeat(5000));
    read('```'.repeat(30_000));
    chosenOptions(', '.repeat(50_000), ['a']);
  };
  expect(processorTime(all).ms).toBeLessThan(500);
});
