import { endedText } from '../../../src/registry/change/end.ts';
import { type Project, projectSchema } from '../../../src/schema/project.ts';
import { askTexts, fieldProblem } from '../ask-fields.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { prompt } from '../prompts.ts';
import { recordText } from '../write-records.ts';
import { aheadLines, type Ending, type EndOptions, type EndPlan, successorProblem } from './plan.ts';

const FIELDS = projectSchema.shape.ended.unwrap().shape;

/** Asks for what the command line left out. */
export async function askDetails(ending: Ending, options: EndOptions): Promise<EndOptions> {
  refuseEnded(ending);
  const { loaded, today } = ending;
  const { languages } = loaded.registry.config;
  const date =
    options.date ??
    (await prompt.text(
      'When did it end? A year, month or day',
      (typed) => fieldProblem(FIELDS.date, 'date', typed),
      today,
    ));
  const reason = options.reason ?? (await askTexts('Why did it end, in a sentence?', languages, FIELDS.reason, true));
  const problem = (typed: string) => (typed === '' ? undefined : successorProblem(ending, typed));
  const successor = options.successor ?? (await prompt.text('What replaced it? An id; may be left empty', problem));
  const lessons =
    options.lessons ?? (await askTexts('What was learned, for the next team?', languages, FIELDS.lessons, false));
  return { ...options, date, reason, successor, lessons };
}

/** What would be written where a project has ended. Throws a {@link UsageError} with the reason where it may not be. */
export function planEnd(ending: Ending, { date, reason, successor, lessons }: EndOptions): EndPlan {
  const { target, folder, today } = ending;
  refuseEnded(ending);
  const problem = successor ? successorProblem(ending, successor) : undefined;
  if (problem !== undefined) throw new UsageError(`--successor ${visible(successor ?? '')}: ${problem}`);
  const ended = {
    date: yearOrDate(date ?? today),
    reason: reason ?? {},
    ...(successor ? { successor } : {}),
    ...(lessons && Object.keys(lessons).length > 0 ? { lessons } : {}),
  } satisfies Project['ended'];
  for (const [field, value] of Object.entries(ended)) {
    if (field === 'reason' && reason === undefined)
      throw new UsageError('Say why it ended, once for each language: --reason en=…');
    const fault = fieldProblem(FIELDS[field as keyof typeof FIELDS], field, value);
    if (fault !== undefined) throw new UsageError(`--${field}: ${fault}`);
  }
  const text = endedText(recordText(folder.root, target.file) ?? '', ended);
  if (text === undefined)
    throw new UsageError(`${visible(target.id)} cannot be read. Mend what validate says of it first.`);
  return { drafts: new Map([[target.file, text]]), text, lines: aheadLines(ending, date) };
}

/** A bare year is written without quotes, as YAML reads it: a number. */
function yearOrDate(date: string): string | number {
  return /^\d{4}$/.test(date) ? Number(date) : date;
}

function refuseEnded({ loaded, target }: Ending): void {
  const { kind, id } = target;
  if (kind !== 'project')
    throw new UsageError(
      `Only a project ends. A ${kind} that should be gone gets a --tombstone, or its own fields say so.`,
    );
  const { records } = loaded.registry;
  if (records.some((record) => record.kind === 'project' && record.id === id && record.data.ended !== undefined))
    throw new UsageError(`${visible(id)} has ended already: change its record by hand.`);
}
