import { OTHER_LANGUAGES } from './prose.ts';
import type { Random } from './random.ts';

/** The languages that a record is written in, at least one: most in English, half of those in French too, an eighth in neither. */
export function recordLanguages(random: Random): readonly [string, ...string[]] {
  const draw = random.number();
  if (draw < 0.45) return ['en', 'fr'];
  if (draw < 0.62) return ['en'];
  if (draw < 0.72) return ['fr'];
  const other = random.pick(OTHER_LANGUAGES);
  return draw < 0.88 ? ['en', other] : [other];
}

/** A language map of texts. */
export function localizedIn(languages: readonly string[], text: (language: string) => string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, text(language)]));
}
