import { stringify } from 'yaml';
import { roleOf } from '../../registry/files.ts';
import { formatRecord, YAML_STYLE } from '../../registry/format.ts';
import type { Kind } from '../../schema/kinds.ts';
import { recordFile } from '../../schema/registry.ts';
import { chosenOptions, type FormAnswers, type IssueForm } from './issue-form.ts';
import { OPTION_SEPARATOR, PROJECT_QUESTIONS, type ProjectQuestion } from './project-questions.ts';

/** A record that an issue proposes: one file, of which nothing has been checked but its place. */
export interface ProposedRecord {
  readonly kind: Kind;
  readonly id: string;
  /** Inside the registry folder. */
  readonly file: string;
  readonly text: string;
}

/** Why an issue holds no record: its place is none, or it is only the suggestion of one. */
export type NoRecord = { readonly none: 'place'; readonly found: string } | { readonly none: 'suggestion' };

const FOLDER = 'registry/';

/** The record in the answers of one of the forms `add-record`, `add-project` and `suggest-project`. */
export function recordOfAnswers(
  { form, answers }: FormAnswers,
  forms: readonly IssueForm[],
): ProposedRecord | NoRecord {
  if (form === 'add-record') return placed(answers['file'] ?? '', answers['record'] ?? '');
  if (form !== 'add-project') return { none: 'suggestion' };
  const fields = forms.find(({ name }) => name === form)?.fields ?? [];
  const data = projectData(answers, new Map(fields.map(({ id, options }) => [id, options ?? []])));
  const plain = stringify(data, { ...YAML_STYLE, aliasDuplicateObjects: false });
  return placed(`${FOLDER}${recordFile('project', answers['id'] ?? '')}`, formatRecord('project', plain) ?? plain);
}

/** Only a file that stands where records of a kind stand is one that may be written. */
function placed(path: string, text: string): ProposedRecord | NoRecord {
  const file = path.replace(/^\/+/, '').replace(/^registry\//, '');
  const role = roleOf(file);
  if (role.type !== 'record') return { none: 'place', found: path };
  return { kind: role.kind, id: role.id, file, text: `${text.replace(/\s+$/, '')}\n` };
}

type Options = ReadonlyMap<string, readonly string[]>;

function projectData(answers: FormAnswers['answers'], options: Options): Record<string, unknown> {
  const data: Record<string, unknown> = { schemaVersion: 1 };
  for (const question of PROJECT_QUESTIONS) {
    const answer = answers[question.id];
    if (answer !== undefined)
      put(data, question.path, answerValue(question, answer, answers['language'] ?? '', options));
  }
  return data;
}

function answerValue({ id, shape }: ProjectQuestion, answer: string, language: string, options: Options): unknown {
  if (shape === 'words') return { [language]: answer };
  if (shape === 'list')
    return answer
      .split(/[,;\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  if (shape === 'text') return answer;
  const values = chosenOptions(answer, options.get(id) ?? []).map((option) =>
    option.split(OPTION_SEPARATOR)[0]?.trim(),
  );
  return shape === 'choices' ? values : values[0];
}

function put(data: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) data[first] = value;
  else {
    data[first] ??= {};
    put(data[first] as Record<string, unknown>, rest, value);
  }
}
