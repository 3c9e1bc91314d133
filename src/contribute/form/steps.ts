import type { StringKey } from '../../i18n/strings.ts';
import type { ValuePath } from '../../schema/field-meta.ts';
import type { Kind } from '../../schema/kinds.ts';
import { FIELD_GROUPS, type FieldGroup, type FieldStep } from './groups.ts';

/** The steps of the form, in order. Their names stand in the address. */
export const STEPS = ['known', 'about', 'reuse', 'more', 'answers', 'send'] as const;
export type Step = (typeof STEPS)[number];

const TITLES: Readonly<Record<Step, StringKey>> = {
  known: 'form.stepKnown',
  about: 'form.stepAbout',
  reuse: 'form.stepReuse',
  more: 'form.stepMore',
  answers: 'form.stepAnswers',
  send: 'form.stepSend',
};

/** The steps that the form of a kind has: those with fields, and the last two. */
export function stepsOf(kind: Kind): Step[] {
  return STEPS.filter((step) => step === 'answers' || step === 'send' || groupsOf(kind, step).length > 0);
}

/** The heading of a step. Of a record that stands already nobody asks whether it is listed. */
export function stepTitle(step: Step, correcting: boolean): StringKey {
  return step === 'known' && correcting ? 'form.groupName' : TITLES[step];
}

/** The groups of fields that a step asks for. */
export function groupsOf(kind: Kind, step: FieldStep | Step): FieldGroup[] {
  return FIELD_GROUPS[kind].filter((group) => group.step === step);
}

/** The step on which the field at a path is filled in. The id is asked for with the last of the required fields. */
export function stepOfPath(kind: Kind, [name]: ValuePath): Step {
  const step = FIELD_GROUPS[kind].find(({ fields }) => fields.includes(String(name)))?.step;
  return step === undefined || step === 'fixed' ? 'about' : step;
}
