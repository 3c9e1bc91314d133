import { tombstoneText } from '../../../src/registry/change/end.ts';
import { planReferences } from '../../../src/registry/change/rename.ts';
import { everyDraft, recordFile } from '../../../src/schema/registry.ts';
import { type Tombstone, tombstoneSchema } from '../../../src/schema/tombstone.ts';
import { askTexts, fieldProblem } from '../ask-fields.ts';
import { refuseUnsound } from '../change.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';
import { prompt } from '../prompts.ts';
import { recordTexts } from '../record-texts.ts';
import { aheadLines, type Ending, type EndOptions, type EndPlan, successorProblem } from './plan.ts';

const FIELDS = tombstoneSchema.shape;

/** Reasons with which the record lives on in another. */
const LIVES_ON: ReadonlySet<string> = new Set(['merged', 'duplicate']);

/** Asks for what the command line left out. */
export async function askTombstone(ending: Ending, options: EndOptions): Promise<EndOptions> {
  const needed = LIVES_ON.has(options.tombstone ?? '');
  const problem = (typed: string) => {
    if (typed === '') return needed ? 'This is needed.' : undefined;
    return successorProblem(ending, typed);
  };
  const question = `What stands for it now? An id${needed ? '' : '; may be left empty'}`;
  const successor = options.successor ?? (await prompt.text(question, problem));
  const { languages } = ending.loaded.registry.config;
  const note =
    options.note ??
    (await askTexts('What happened, in a sentence without names of people?', languages, FIELDS.note.unwrap(), false));
  return { ...options, successor, note };
}

/**
 * What would be written where a tombstone takes the place of a record: its former ids get one, too, and the successor takes its references
 * over. Throws a {@link UsageError} with the reason where it may not be.
 */
export function planTombstone(ending: Ending, { tombstone: reason, successor, note, date }: EndOptions): EndPlan {
  const { loaded, folder, target, today } = ending;
  const problem = successor ? successorProblem(ending, successor) : undefined;
  if (problem !== undefined) throw new UsageError(`--successor ${visible(successor ?? '')}: ${problem}`);
  if (!successor && LIVES_ON.has(reason ?? ''))
    throw new UsageError(`--tombstone ${reason} needs --successor, the id of what stands in its place.`);
  const all = recordTexts(loaded);
  all.texts.delete(target.file);
  const plan = planReferences(all.texts, target, successor || target.id);
  refuseUnsound(plan, all, target, folder);
  const places = [...plan.places].map(([file, where]) => `${folder.shown}/${file}: ${where.join(', ')}`);
  if (!successor && places.length > 0)
    throw new UsageError(
      `Others refer to ${visible(target.id)}. Name a --successor that takes that over, or change them first:\n${places.map((line) => visible(`  ${line}`)).join('\n')}`,
    );
  const tombstone: Tombstone = {
    schemaVersion: 1,
    state: 'tombstone',
    reason: reason ?? 'error',
    ...(successor ? { successor } : {}),
    ...(note && Object.keys(note).length > 0 ? { note } : {}),
    date: date ?? today,
  };
  for (const [field, value] of Object.entries(tombstone)) {
    const fault = fieldProblem(FIELDS[field as keyof typeof FIELDS], field, value);
    if (fault !== undefined) throw new UsageError(`--${field}: ${fault}`);
  }
  const text = tombstoneText(target.kind, tombstone);
  const former = formerIdsOf(ending).map((id) => [recordFile(target.kind, id), text] as const);
  return {
    drafts: new Map([...plan.texts, ...former, [target.file, text]]),
    text,
    lines: [...aheadLines(ending, date), ...places.map((place) => `now refers to ${successor}: ${place}`)],
  };
}

/** Addresses that led to the record lead to what stands in its place, and are not used again either. */
function formerIdsOf({ loaded, target }: Ending): readonly string[] {
  const record = everyDraft(loaded.registry).find(({ file }) => file === target.file);
  return record?.data.formerIds ?? [];
}
