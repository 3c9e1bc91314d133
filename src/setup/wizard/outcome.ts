import type { StringKey } from '../../i18n/strings.ts';
import { SHARED_ZONE } from '../../schema/vocabulary.ts';
import type { WeakPair } from '../../styles/contrast.ts';
import { formatTheme, type ThemeValues } from '../../styles/theme.ts';
import { commandLine } from '../command-line.ts';
import { type KeptInTable, keptInTable } from '../kept-table.ts';
import { type CopyProblem, planSettings } from '../plan-settings.ts';
import type { Problem } from '../problem.ts';
import { QUESTIONS, taglineProblem } from '../questions.ts';
import { answersOf, includeOf, listOf, type TextName, type Texts } from '../texts.ts';
import { colorsText, weakIn } from '../theme-text.ts';
import { isZoneIn } from '../zone-table.ts';
import type { WizardData } from './page-data.ts';
import { languagesIn, onOneLine, themeBefore, themeOf, type WizardState } from './state.ts';

/** What is wrong with an answer, and at which field of the page. */
export interface Fault {
  /** `zone`, `name`, `color accent light`; of a pair of colours, `contrast`. */
  readonly field: string;
  readonly problem?: Problem;
  /** Colours that cannot be read, one upon the other. */
  readonly pair?: WeakPair;
}

/** The answers as the command line takes them. */
export interface Told {
  readonly texts: Texts;
  readonly tagline: string | undefined;
  readonly theme: ThemeValues;
  readonly colorFaults: readonly string[];
  /** Pairs of colours that cannot be read. */
  readonly weak: readonly WeakPair[];
  readonly kept: KeptInTable;
}

/** A copy as the command makes it. */
export interface Outcome {
  readonly command: string;
  /** The files that the command writes, by their path inside the registry folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: KeptInTable['counts'];
  readonly waiting: readonly string[];
}

/** Whether a question is asked: from where records come, or at least the shared vocabularies, where the copy does not write all of that. */
export function isAsked(name: TextName, { kept, texts }: Pick<Told, 'kept' | 'texts'>): boolean {
  return name !== 'source' || kept.foreign.length > 0 || !listOf(texts.zone).includes(SHARED_ZONE);
}

/** What is filled in, as the command line would be given it. */
export function toldBy(state: WizardState, data: WizardData): Told {
  const { texts, named, colors } = state;
  const languages = languagesIn(texts, data.lang);
  const kept = keptInTable(data.kept, listOf(texts.zone), includeOf(texts.include));
  const answers = { ...texts, name: onOneLine(named.name, languages), owner: onOneLine(named.owner, languages) };
  const asked = QUESTIONS.filter(({ name }) => isAsked(name, { kept, texts })).map(
    ({ name }) => [name, (answers[name] ?? '').trim()] as const,
  );
  const tagline = onOneLine(named.tagline, languages);
  const before = themeBefore(data);
  const { values: theme, faults: colorFaults } = themeOf(colors, before);
  return {
    texts: Object.fromEntries(asked),
    tagline: tagline === onOneLine(data.config.tagline ?? {}, languages) ? undefined : tagline,
    theme,
    colorFaults,
    weak: weakIn({ ...before, ...theme }),
    kept,
  };
}

/** Everything that keeps a copy from being made, in the order of the page. */
export function faultsIn(told: Told, state: WizardState, data: WizardData): Fault[] {
  const { texts, tagline = '' } = told;
  const isZone = (zone: string) => isZoneIn(data.zones, zone);
  const ofQuestions = QUESTIONS.filter(({ name }) => isAsked(name, told)).flatMap(({ name, required, problem }) => {
    const text = texts[name] ?? '';
    const isNeeded = required || (name === 'source' && told.kept.foreign.length > 0);
    const found = text === '' ? isNeeded && (required ? NEEDED : NO_SOURCE) : problem(text, texts, isZone);
    return found ? [{ field: name, problem: found }] : [];
  });
  const wrongTagline = tagline === '' ? undefined : taglineProblem(tagline, texts);
  const barred = (['name', 'tagline', 'owner'] as const).filter((name) =>
    Object.values(state.named[name]).some((text) => text.includes('|')),
  );
  return [
    ...ofQuestions.filter(({ field }) => !(barred as readonly string[]).includes(field)),
    ...barred.map((field) => ({ field, problem: { key: 'setup.noBar' } as const })),
    ...(wrongTagline === undefined ? [] : [{ field: 'tagline', problem: wrongTagline }]),
    ...told.colorFaults.map((key) => ({ field: `color ${key}`, problem: noColor(state.colors[key] ?? '') })),
    ...told.weak.map((pair) => ({ field: 'contrast', pair })),
  ];
}

const NEEDED: Problem = { key: 'setup.needed' };
const NO_SOURCE: Problem = { key: 'setup.planNoSource' };

function noColor(color: string): Problem {
  return { key: 'setup.noColor', values: { color } };
}

const PLAN_FIELDS: Readonly<Record<CopyProblem, { field: string; key: StringKey }>> = {
  'no-source': { field: 'source', key: 'setup.planNoSource' },
  'too-many-referred': { field: 'include', key: 'setup.planTooMany' },
  'no-language': { field: 'languages', key: 'setup.planNoLanguage' },
  unsound: { field: 'zone', key: 'setup.planUnsound' },
};

/** The command and the files for answers without faults; or what the planner says against them. */
export function outcomeOf(told: Told, data: WizardData): Outcome | Fault {
  const { texts, tagline, theme, kept } = told;
  const { config, federation, files } = data;
  const hasTheme = Object.keys(theme).length > 0;
  const css = hasTheme ? formatTheme({ ...themeBefore(data), ...theme }) : undefined;
  const id = listOf(texts.zone)[0] ?? '';
  const answers = answersOf(texts, { id, before: config, asksTaking: true, tagline, theme: css });
  const whole = new Set(data.whole);
  const before = {
    config,
    federation,
    textOf: (file: string) => files[file],
    isWhole: (language: string) => whole.has(language),
  };
  const plan = planSettings(before, answers, kept);
  if (typeof plan === 'string') {
    const { field, key } = PLAN_FIELDS[plan];
    return { field, problem: { key } };
  }
  const more = { tagline, theme: hasTheme ? colorsText(theme) : undefined, yes: true };
  return { command: commandLine(texts, more), files: plan.files, counts: kept.counts, waiting: plan.waiting };
}
