import type { Registry } from '../schema/registry.ts';
import type { Answers } from './answers.ts';
import { keptRecords } from './kept-records.ts';
import { wholeLanguages } from './languages.ts';
import { type CopyProblem, planSettings, type SettingsPlan, stringsFile } from './plan-settings.ts';

/** What a registry is before it becomes a copy, or is told otherwise. */
export interface Beginning {
  readonly registry: Registry;
  /** The text of a file inside the registry folder, `undefined` where there is none. */
  readonly textOf: (file: string) => string | undefined;
  /** Interface texts that are brought along: by language, as a file has them. */
  readonly brought: ReadonlyMap<string, string>;
}

export interface CopyPlan extends Pick<SettingsPlan, 'replaced' | 'waiting'> {
  /** Files by their path inside the registry folder, `undefined` for one that goes; only those that change. */
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly counts: {
    readonly own: number;
    readonly foreign: number;
    readonly referred: number;
    readonly removed: number;
  };
}

/** The files that make a registry the copy that the answers describe. Pure, and plans nothing where the registry is that already. */
export function planCopy(beginning: Beginning, answers: Answers): CopyPlan | CopyProblem {
  const { registry, textOf, brought } = beginning;
  const kept = keptRecords(registry, answers.zones, answers.taking?.include ?? 'all');
  const texts = new Map([...brought].map(([language, text]) => [stringsFile(language), text]));
  const strings = {
    ...registry.strings,
    ...Object.fromEntries([...brought].map(([language, text]) => [language, JSON.parse(text)])),
  };
  const whole = wholeLanguages(strings);
  const { config, federation } = registry;
  const before = {
    config,
    federation,
    textOf: (file: string) => textOf(file) ?? texts.get(file),
    isWhole: (language: string) => whole.has(language),
  };
  const settings = planSettings(before, answers, kept);
  if (typeof settings === 'string') return settings;
  return {
    ...settings,
    files: new Map<string, string | undefined>([
      ...settings.files,
      ...[...texts].filter(([file, text]) => text !== textOf(file)),
      ...kept.removed.map(({ file }) => [file, undefined] as const),
    ]),
    counts: {
      own: registry.records.filter(({ zone }) => answers.zones.includes(zone)).length,
      foreign: kept.foreign.length,
      referred: kept.referred.length,
      removed: kept.removed.length,
    },
  };
}
