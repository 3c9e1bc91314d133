import { parse } from 'yaml';

/** A question of an issue form, as far as its answer is read. */
export interface FormField {
  readonly id: string;
  /** What the host writes as the heading above the answer. */
  readonly label: string;
  readonly required: boolean;
  /** Of a list of choices. */
  readonly options?: readonly string[];
}

/** An issue form in `.github/ISSUE_TEMPLATE/`. */
export interface IssueForm {
  /** Its file name without the ending. */
  readonly name: string;
  readonly fields: readonly FormField[];
}

/** The answers of an issue, by the id of their question; what was left empty is absent. */
export interface FormAnswers {
  readonly form: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Reads a form of this repository. */
export function readIssueForm(name: string, text: string): IssueForm {
  const { body } = parse(text) as { body: RawField[] };
  return {
    name,
    fields: body.flatMap(({ id, attributes, validations }) =>
      id === undefined
        ? []
        : {
            id,
            label: attributes.label ?? '',
            required: validations?.required === true,
            ...(attributes.options === undefined ? {} : { options: attributes.options }),
          },
    ),
  };
}

interface RawField {
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: readonly string[] };
  readonly validations?: { readonly required?: boolean };
}

/** What GitHub writes where a question was left empty. */
const EMPTY = '_No response_';

/**
 * The answers that an issue’s text holds, if it was written with one of the forms: GitHub writes each label as a heading `### Label`, and the
 * answer below. Only the heading of a later question ends an answer, so that no answer can stand in for a question before it.
 */
export function readFormAnswers(body: string, forms: readonly IssueForm[]): FormAnswers | undefined {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  for (const { name, fields } of forms) {
    const found = sectionsOf(lines, fields);
    if (!fields.every(({ id, required }) => !required || found.has(id))) continue;
    const answers = [...found].map(([id, text]) => [id, answerOf(text)] as const).filter(([, text]) => text !== '');
    return { form: name, answers: Object.fromEntries(answers) };
  }
  return undefined;
}

function sectionsOf(lines: readonly string[], fields: readonly FormField[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] | undefined;
  let next = 0;
  for (const line of lines) {
    const at = line.startsWith('### ')
      ? fields.findIndex(({ label }, index) => index >= next && label === line.slice(4).trim())
      : -1;
    const field = fields[at];
    if (field === undefined) current?.push(line);
    else {
      current = [];
      found.set(field.id, current);
      next = at + 1;
    }
  }
  return found;
}

/** The answer without the lines around it: empty ones, and the fence that GitHub puts around what is shown as code. */
function answerOf(lines: readonly string[]): string {
  const text = lines.join('\n').trim();
  if (text === EMPTY) return '';
  const [first = '', ...rest] = text.split('\n');
  return /^```\w*$/.test(first) && rest.at(-1) === '```' ? rest.slice(0, -1).join('\n') : text;
}

/**
 * The choices among a question’s options in an answer, which GitHub joins by a comma and a space; an option may hold them, too. What is no
 * option comes as it stands, for a check to refuse.
 */
export function chosenOptions(answer: string, options: readonly string[]): string[] {
  const chosen: string[] = [];
  const longestFirst = options.toSorted((a, b) => b.length - a.length);
  let rest = answer;
  while (rest !== '') {
    const option = longestFirst.find((each) => rest === each || rest.startsWith(`${each}, `));
    const end = rest.indexOf(', ');
    const taken = option ?? (end === -1 ? rest : rest.slice(0, end));
    chosen.push(taken);
    rest = rest.slice(taken.length + ', '.length);
  }
  return chosen;
}
