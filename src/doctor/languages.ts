import { languageName } from '../i18n/format.ts';
import { type PartialStrings, SHIPPED_LANGUAGES, translatedTexts } from '../i18n/strings.ts';
import { type Registry, recordsOf } from '../schema/registry.ts';
import type { Check, Diagnosis } from './diagnosis.ts';

/** The interface has all its texts in each language of the copy; what is translated beside is measured, too. */
export const checkLanguages: Check = ({ registry }) => {
  const { languages } = registry.config;
  const waiting = Object.keys(registry.strings).filter(
    (language) => !languages.includes(language) && !SHIPPED_LANGUAGES.has(language),
  );
  return [
    ...languages.map((language) => shown(registry, language)),
    ...waiting.map((language) => prepared(registry, language)),
  ];
};

function shown(registry: Registry, language: string): Diagnosis {
  const check = 'languages';
  const { done, all } = SHIPPED_LANGUAGES.has(language) ? WHOLE : textsIn(registry, language);
  const name = nameOf(language);
  if (done < all)
    return {
      check,
      grade: 'blocker',
      message: `${name}: ${percent(done, all)} of the interface is translated, ${all - done} of ${all} texts are missing.`,
      fix: `Translate i18n/${language}.json, or take ${language} out of languages in registry.yaml until then.`,
    };
  return { check, grade: 'fine', message: `${name}: the interface is whole. ${recordsIn(registry, language)}` };
}

const WHOLE = { done: 1, all: 1 };

function prepared(registry: Registry, language: string): Diagnosis {
  const { done, all } = textsIn(registry, language);
  return {
    check: 'languages',
    grade: 'should',
    message: `${nameOf(language)}: not shown yet; ${percent(done, all)} of the interface is translated, ${all - done} of ${all} texts are missing.`,
    fix:
      done === all
        ? `Add ${language} to languages in registry.yaml.`
        : `Translate i18n/${language}.json, then add ${language} to languages in registry.yaml.`,
  };
}

function textsIn({ strings }: Registry, language: string): { done: number; all: number } {
  return translatedTexts(language, (strings[language] ?? {}) as PartialStrings);
}

/** How many of the copy's own projects can be read in a language. */
function recordsIn(registry: Registry, language: string): string {
  const { zones } = registry.config;
  const own = recordsOf(registry, 'project').filter(({ zone }) => zones === '*' || zones.includes(zone));
  const readable = own.filter(({ data }) => data.summary[language] !== undefined);
  return own.length === 0
    ? 'There is no project of its own zones to be read yet.'
    : `${percent(readable.length, own.length)} of its own projects have their summary in it.`;
}

/** Rounded down: 100 % is all. */
function percent(part: number, all: number): string {
  return `${Math.floor((100 * part) / all)} %`;
}

function nameOf(language: string): string {
  return `${languageName(language, 'en')} (${language})`;
}
